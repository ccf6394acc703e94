/** The API as types, written by `npm run contract` from openapi.json. Change the routes, not this file. */
export interface paths {
    "/api/admin/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in: sets the session cookie that the other staff routes ask for */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out: the session ends on the server */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a cart
         * @description The token opens the cart and is shown only here; send it as x-cart-token from now on.
         */
        post: operations["createCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{cartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A cart at today's prices */
        get: operations["readCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set contact, country, way of delivery or language */
        patch: operations["updateCart"];
        trace?: never;
    };
    "/api/carts/{cartId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a variant in the cart */
        post: operations["addToCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{cartId}/items/{lineId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a line out of the cart */
        delete: operations["removeFromCart"];
        options?: never;
        head?: never;
        /** Set how many of a line are wanted */
        patch: operations["setCartQuantity"];
        trace?: never;
    };
    "/api/carts/{cartId}/shipping-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways to receive this cart, with prices and dates */
        get: operations["listShippingOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The category tree as a flat list, parents before children */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products: browse a category, or search by words, number or barcode */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product with its options, variants, prices, stock and pictures */
        get: operations["readProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's facts: name, currency, languages, countries, places to visit */
        get: operations["readStore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completions while a shopper types */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Amounts are in minor units of the currency. */
        Cart: {
            contact: {
                address: {
                    city?: string;
                    country?: string;
                    line1?: string;
                    line2?: string;
                    postcode?: string;
                    region?: string;
                } | null;
                email: string | null;
                name: string | null;
                phone: string | null;
            };
            country: string;
            currency: string;
            id: string;
            itemCount: number;
            lines: {
                /** @enum {string} */
                availability: "in-stock" | "low" | "sold-out";
                compareAtMinor: number | null;
                id: string;
                /** @description Said only when few are left. */
                left: number | null;
                picture: {
                    hash: string;
                    height: number;
                    placeholderColor: string;
                    width: number;
                    widths: number[];
                } | null;
                problems: ("price-changed" | "not-enough" | "no-longer-sold")[];
                productId: string;
                quantity: number;
                /** @description The unit price that was shown when it was put here. */
                quotedMinor: number | null;
                slug: string;
                subtotalMinor: number;
                title: string;
                unitPriceMinor: number;
                variantId: string;
                variantTitle: string;
            }[];
            locale: string;
            orderId: string | null;
            pricesIncludeTax: boolean;
            requiresShipping: boolean;
            /** @description How it is sent; null when nothing needs sending, or nothing is offered. */
            shipping: {
                amountMinor: number;
                carrier: string | null;
                code: string;
                /** @description The first day on which it may arrive, as an ISO date. */
                deliverFrom: string;
                /** @description The last day on which it should arrive. */
                deliverUntil: string;
                id: string;
                /** @description False while it is only assumed, so that a total can be shown. */
                isChosen: boolean;
                /** @enum {string} */
                kind: "delivery" | "pickup";
                /** @description Where to pick it up. */
                location: {
                    address: {
                        city?: string;
                        country?: string;
                        line1?: string;
                        line2?: string;
                        postcode?: string;
                        region?: string;
                    };
                    hours: {
                        closes: string;
                        days: string;
                        opens: string;
                    }[];
                    id: string;
                    name: string;
                } | null;
                /** @description In the language of the cart. */
                name: string;
            } | null;
            /** @enum {string} */
            status: "active" | "ordered";
            totals: {
                discountMinor: number;
                goodsMinor: number;
                /** @description Against the former prices. */
                savedMinor: number;
                shippingMinor: number;
                shippingTaxMinor: number;
                taxLines: {
                    name: string;
                    /** @description Parts per million: 19 % is 190000. */
                    ratePpm: number;
                    taxMinor: number;
                }[];
                taxMinor: number;
                totalMinor: number;
            };
        };
        Problem: {
            /** @description Stable; programs look at this. */
            code: string;
            details?: {
                [key: string]: unknown;
            };
            requestId?: string;
            status: number;
            /** @description A sentence that a person can act on. */
            title: string;
            /** @description Names the problem; the same as the code. */
            type: string;
        };
        ProductTile: {
            availability: "in-stock" | "low" | "sold-out";
            compareAtMinor: number | null;
            currency: string;
            id: string;
            picture: ({
                hash: string;
                height: number;
                placeholderColor: string;
                width: number;
                widths: number[];
            } & {
                alt: string;
            }) | null;
            /** @description The lowest price of its variants. */
            priceMinor: number;
            priceVaries: boolean;
            slug: string;
            swatches: {
                color: string;
                name: string;
            }[];
            title: string;
            vendor: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        id: string;
                        name: string;
                        role: "owner" | "manager" | "support" | "cashier";
                    };
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    /** @description false: until the browser closes. */
                    rememberMe?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
        };
    };
    createCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 3166-1 alpha-2. */
                    country?: string;
                    locale?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cart: components["schemas"]["Cart"];
                        token: string;
                    };
                };
            };
        };
    };
    readCart: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Amounts are in minor units of the currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            address: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            } | null;
                            email: string | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            id: string;
                            /** @description Said only when few are left. */
                            left: number | null;
                            picture: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            problems: ("price-changed" | "not-enough" | "no-longer-sold")[];
                            productId: string;
                            quantity: number;
                            /** @description The unit price that was shown when it was put here. */
                            quotedMinor: number | null;
                            slug: string;
                            subtotalMinor: number;
                            title: string;
                            unitPriceMinor: number;
                            variantId: string;
                            variantTitle: string;
                        }[];
                        locale: string;
                        orderId: string | null;
                        pricesIncludeTax: boolean;
                        requiresShipping: boolean;
                        /** @description How it is sent; null when nothing needs sending, or nothing is offered. */
                        shipping: {
                            amountMinor: number;
                            carrier: string | null;
                            code: string;
                            /** @description The first day on which it may arrive, as an ISO date. */
                            deliverFrom: string;
                            /** @description The last day on which it should arrive. */
                            deliverUntil: string;
                            id: string;
                            /** @description False while it is only assumed, so that a total can be shown. */
                            isChosen: boolean;
                            /** @enum {string} */
                            kind: "delivery" | "pickup";
                            /** @description Where to pick it up. */
                            location: {
                                address: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postcode?: string;
                                    region?: string;
                                };
                                hours: {
                                    closes: string;
                                    days: string;
                                    opens: string;
                                }[];
                                id: string;
                                name: string;
                            } | null;
                            /** @description In the language of the cart. */
                            name: string;
                        } | null;
                        /** @enum {string} */
                        status: "active" | "ordered";
                        totals: {
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            taxLines: {
                                name: string;
                                /** @description Parts per million: 19 % is 190000. */
                                ratePpm: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                        };
                    };
                };
            };
        };
    };
    updateCart: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        /** @description Fields left out stay as they are; an empty text clears one. */
        requestBody: {
            content: {
                "application/json": {
                    address?: {
                        city?: string;
                        line1?: string;
                        line2?: string;
                        postcode?: string;
                        region?: string;
                    };
                    /** @description ISO 3166-1 alpha-2. */
                    country?: string;
                    email?: string;
                    locale?: string;
                    name?: string;
                    phone?: string;
                    shippingMethodId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Amounts are in minor units of the currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            address: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            } | null;
                            email: string | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            id: string;
                            /** @description Said only when few are left. */
                            left: number | null;
                            picture: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            problems: ("price-changed" | "not-enough" | "no-longer-sold")[];
                            productId: string;
                            quantity: number;
                            /** @description The unit price that was shown when it was put here. */
                            quotedMinor: number | null;
                            slug: string;
                            subtotalMinor: number;
                            title: string;
                            unitPriceMinor: number;
                            variantId: string;
                            variantTitle: string;
                        }[];
                        locale: string;
                        orderId: string | null;
                        pricesIncludeTax: boolean;
                        requiresShipping: boolean;
                        /** @description How it is sent; null when nothing needs sending, or nothing is offered. */
                        shipping: {
                            amountMinor: number;
                            carrier: string | null;
                            code: string;
                            /** @description The first day on which it may arrive, as an ISO date. */
                            deliverFrom: string;
                            /** @description The last day on which it should arrive. */
                            deliverUntil: string;
                            id: string;
                            /** @description False while it is only assumed, so that a total can be shown. */
                            isChosen: boolean;
                            /** @enum {string} */
                            kind: "delivery" | "pickup";
                            /** @description Where to pick it up. */
                            location: {
                                address: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postcode?: string;
                                    region?: string;
                                };
                                hours: {
                                    closes: string;
                                    days: string;
                                    opens: string;
                                }[];
                                id: string;
                                name: string;
                            } | null;
                            /** @description In the language of the cart. */
                            name: string;
                        } | null;
                        /** @enum {string} */
                        status: "active" | "ordered";
                        totals: {
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            taxLines: {
                                name: string;
                                /** @description Parts per million: 19 % is 190000. */
                                ratePpm: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                        };
                    };
                };
            };
        };
    };
    addToCart: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                    variantId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Amounts are in minor units of the currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            address: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            } | null;
                            email: string | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            id: string;
                            /** @description Said only when few are left. */
                            left: number | null;
                            picture: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            problems: ("price-changed" | "not-enough" | "no-longer-sold")[];
                            productId: string;
                            quantity: number;
                            /** @description The unit price that was shown when it was put here. */
                            quotedMinor: number | null;
                            slug: string;
                            subtotalMinor: number;
                            title: string;
                            unitPriceMinor: number;
                            variantId: string;
                            variantTitle: string;
                        }[];
                        locale: string;
                        orderId: string | null;
                        pricesIncludeTax: boolean;
                        requiresShipping: boolean;
                        /** @description How it is sent; null when nothing needs sending, or nothing is offered. */
                        shipping: {
                            amountMinor: number;
                            carrier: string | null;
                            code: string;
                            /** @description The first day on which it may arrive, as an ISO date. */
                            deliverFrom: string;
                            /** @description The last day on which it should arrive. */
                            deliverUntil: string;
                            id: string;
                            /** @description False while it is only assumed, so that a total can be shown. */
                            isChosen: boolean;
                            /** @enum {string} */
                            kind: "delivery" | "pickup";
                            /** @description Where to pick it up. */
                            location: {
                                address: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postcode?: string;
                                    region?: string;
                                };
                                hours: {
                                    closes: string;
                                    days: string;
                                    opens: string;
                                }[];
                                id: string;
                                name: string;
                            } | null;
                            /** @description In the language of the cart. */
                            name: string;
                        } | null;
                        /** @enum {string} */
                        status: "active" | "ordered";
                        totals: {
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            taxLines: {
                                name: string;
                                /** @description Parts per million: 19 % is 190000. */
                                ratePpm: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                        };
                    };
                };
            };
        };
    };
    removeFromCart: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Amounts are in minor units of the currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            address: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            } | null;
                            email: string | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            id: string;
                            /** @description Said only when few are left. */
                            left: number | null;
                            picture: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            problems: ("price-changed" | "not-enough" | "no-longer-sold")[];
                            productId: string;
                            quantity: number;
                            /** @description The unit price that was shown when it was put here. */
                            quotedMinor: number | null;
                            slug: string;
                            subtotalMinor: number;
                            title: string;
                            unitPriceMinor: number;
                            variantId: string;
                            variantTitle: string;
                        }[];
                        locale: string;
                        orderId: string | null;
                        pricesIncludeTax: boolean;
                        requiresShipping: boolean;
                        /** @description How it is sent; null when nothing needs sending, or nothing is offered. */
                        shipping: {
                            amountMinor: number;
                            carrier: string | null;
                            code: string;
                            /** @description The first day on which it may arrive, as an ISO date. */
                            deliverFrom: string;
                            /** @description The last day on which it should arrive. */
                            deliverUntil: string;
                            id: string;
                            /** @description False while it is only assumed, so that a total can be shown. */
                            isChosen: boolean;
                            /** @enum {string} */
                            kind: "delivery" | "pickup";
                            /** @description Where to pick it up. */
                            location: {
                                address: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postcode?: string;
                                    region?: string;
                                };
                                hours: {
                                    closes: string;
                                    days: string;
                                    opens: string;
                                }[];
                                id: string;
                                name: string;
                            } | null;
                            /** @description In the language of the cart. */
                            name: string;
                        } | null;
                        /** @enum {string} */
                        status: "active" | "ordered";
                        totals: {
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            taxLines: {
                                name: string;
                                /** @description Parts per million: 19 % is 190000. */
                                ratePpm: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                        };
                    };
                };
            };
        };
    };
    setCartQuantity: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
                lineId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Amounts are in minor units of the currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            address: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            } | null;
                            email: string | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            id: string;
                            /** @description Said only when few are left. */
                            left: number | null;
                            picture: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            problems: ("price-changed" | "not-enough" | "no-longer-sold")[];
                            productId: string;
                            quantity: number;
                            /** @description The unit price that was shown when it was put here. */
                            quotedMinor: number | null;
                            slug: string;
                            subtotalMinor: number;
                            title: string;
                            unitPriceMinor: number;
                            variantId: string;
                            variantTitle: string;
                        }[];
                        locale: string;
                        orderId: string | null;
                        pricesIncludeTax: boolean;
                        requiresShipping: boolean;
                        /** @description How it is sent; null when nothing needs sending, or nothing is offered. */
                        shipping: {
                            amountMinor: number;
                            carrier: string | null;
                            code: string;
                            /** @description The first day on which it may arrive, as an ISO date. */
                            deliverFrom: string;
                            /** @description The last day on which it should arrive. */
                            deliverUntil: string;
                            id: string;
                            /** @description False while it is only assumed, so that a total can be shown. */
                            isChosen: boolean;
                            /** @enum {string} */
                            kind: "delivery" | "pickup";
                            /** @description Where to pick it up. */
                            location: {
                                address: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postcode?: string;
                                    region?: string;
                                };
                                hours: {
                                    closes: string;
                                    days: string;
                                    opens: string;
                                }[];
                                id: string;
                                name: string;
                            } | null;
                            /** @description In the language of the cart. */
                            name: string;
                        } | null;
                        /** @enum {string} */
                        status: "active" | "ordered";
                        totals: {
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            taxLines: {
                                name: string;
                                /** @description Parts per million: 19 % is 190000. */
                                ratePpm: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                        };
                    };
                };
            };
        };
    };
    listShippingOptions: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            amountMinor: number;
                            carrier: string | null;
                            code: string;
                            /** @description The first day on which it may arrive, as an ISO date. */
                            deliverFrom: string;
                            /** @description The last day on which it should arrive. */
                            deliverUntil: string;
                            id: string;
                            /** @enum {string} */
                            kind: "delivery" | "pickup";
                            /** @description Where to pick it up. */
                            location: {
                                address: {
                                    city?: string;
                                    country?: string;
                                    line1?: string;
                                    line2?: string;
                                    postcode?: string;
                                    region?: string;
                                };
                                hours: {
                                    closes: string;
                                    days: string;
                                    opens: string;
                                }[];
                                id: string;
                                name: string;
                            } | null;
                            /** @description In the language of the cart. */
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /** @description The language of texts; the shop's own where one is missing. */
                locale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        description: string;
                        id: string;
                        parentId: string | null;
                        picture: {
                            hash: string;
                            height: number;
                            placeholderColor: string;
                            width: number;
                            widths: number[];
                        } | null;
                        slug: string;
                        title: string;
                    }[];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                category?: string;
                inStock?: boolean;
                limit?: number;
                /** @description The language of texts; the shop's own where one is missing. */
                locale?: string;
                offset?: number;
                priceMax?: number;
                priceMin?: number;
                /** @description Words, a part number or a barcode. */
                q?: string;
                sort?: "best" | "newest" | "price-asc" | "price-desc";
                vendor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        corrected: string | null;
                        items: components["schemas"]["ProductTile"][];
                        next: number | null;
                        total: number;
                    };
                };
            };
        };
    };
    readProduct: {
        parameters: {
            query?: {
                /** @description The language of texts; the shop's own where one is missing. */
                locale?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attributes: {
                            code: string;
                            label: string;
                            type: "text" | "number" | "boolean";
                            unit: string | null;
                            value: string | number | boolean;
                        }[];
                        breadcrumb: {
                            slug: string;
                            title: string;
                        }[];
                        currency: string;
                        /** @description Clean HTML: nothing in it can run. */
                        descriptionHtml: string;
                        id: string;
                        options: {
                            name: string;
                            values: {
                                label: string;
                                swatch: string | null;
                                value: string;
                            }[];
                        }[];
                        pictures: ({
                            hash: string;
                            height: number;
                            placeholderColor: string;
                            width: number;
                            widths: number[];
                        } & {
                            alt: string;
                            optionValue: string | null;
                        })[];
                        pricesIncludeTax: boolean;
                        productType: string;
                        slug: string;
                        summary: string;
                        tags: string[];
                        title: string;
                        variants: {
                            availability: "in-stock" | "low" | "sold-out";
                            barcode: string | null;
                            compareAtMinor: number | null;
                            id: string;
                            inStores: string[];
                            left: number | null;
                            optionValues: string[];
                            priceMinor: number;
                            sku: string | null;
                            title: string;
                        }[];
                        vendor: string;
                    };
                };
            };
        };
    };
    readStore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: {
                            city?: string;
                            country?: string;
                            line1?: string;
                            line2?: string;
                            postcode?: string;
                        };
                        countries: string[];
                        currency: string;
                        defaultCountry: string;
                        defaultLocale: string;
                        isDemo: boolean;
                        locales: string[];
                        /** @description The shops that a customer may walk into. */
                        locations: {
                            address: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                            };
                            code: string;
                            hours: {
                                closes: string;
                                days: string;
                                opens: string;
                            }[];
                            id: string;
                            kind: "warehouse" | "store";
                            name: string;
                            translations: {
                                [key: string]: {
                                    name?: string;
                                };
                            };
                        }[];
                        look: {
                            hero?: {
                                alt: {
                                    [key: string]: string;
                                };
                                tall: {
                                    hash: string;
                                    height: number;
                                    placeholderColor: string;
                                    width: number;
                                    widths: number[];
                                };
                                wide: {
                                    hash: string;
                                    height: number;
                                    placeholderColor: string;
                                    width: number;
                                    widths: number[];
                                };
                            };
                            logo?: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            };
                            social?: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            };
                        };
                        name: string;
                        pricesIncludeTax: boolean;
                        supportEmail: string;
                        /** @description By locale. */
                        tagline: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
    };
    suggest: {
        parameters: {
            query: {
                limit?: number;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Stable; programs look at this. */
                        code: string;
                        details?: {
                            [key: string]: unknown;
                        };
                        requestId?: string;
                        status: number;
                        /** @description A sentence that a person can act on. */
                        title: string;
                        /** @description Names the problem; the same as the code. */
                        type: string;
                    };
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            categorySlug: string;
                            /** @enum {string} */
                            kind: "category";
                            title: string;
                        } | {
                            /** @enum {string} */
                            kind: "product";
                            productId: string;
                            title: string;
                        })[];
                    };
                };
            };
        };
    };
}
