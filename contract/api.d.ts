/** The API as types, written by `npm run contract` from openapi.json. Change the routes, not this file. */
export interface paths {
    "/api/admin/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Backups that were made, the newest first, and how they are made by themselves */
        get: operations["listBackups"];
        put?: never;
        /** Make a backup now and prove it by restoring; the answer does not wait for it */
        post: operations["makeBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/customer-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of customers, with the codes that let someone in */
        get: operations["listCustomerGroups"];
        put?: never;
        /** Make a group of customers who are offered other prices or promotions */
        post: operations["createCustomerGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/dead-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News that a part of the shop could not take in, however often it was tried */
        get: operations["listDeadDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/dead-deliveries/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try one of them again */
        post: operations["retryDeadDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/fulfillments/{fulfillmentId}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A parcel has arrived, or a bag was picked up */
        post: operations["deliverFulfillment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invoice or a credit note as PDF, for staff */
        get: operations["readInvoiceForStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What every account stands at; the balances of a currency sum to zero
         * @description Of a period: what it opened with, what was booked on each side, and what it closed with.
         */
        get: operations["readTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ledger/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was booked on an account, the newest first, with the balance after each line */
        get: operations["listAccountEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ledger/{account}/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was booked on an account, the oldest first, as CSV */
        get: operations["downloadAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum every entry again, and answer the balances that differ from it */
        get: operations["checkBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/ledger/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The books as a journal for hledger
         * @description Try `hledger -f books.journal check --strict` and `hledger -f books.journal bal`.
         */
        get: operations["downloadJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/admin/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails to customers, the newest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/messages/{messageId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a mail again now */
        post: operations["resendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/order-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is decided about refunds and invoices */
        get: operations["readOrderSettings"];
        /** Decide how much support may refund, when invoices are issued, and the tax number on them */
        put: operations["changeOrderSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, page by page
         * @description To ship: the oldest first. Otherwise the newest first.
         */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order, by its id or its number, with customer, payments, parcels, stock and timeline */
        get: operations["readOrderForStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change whom an order is for, where it goes and how, while nothing of it has left */
        patch: operations["changeOrder"];
        trace?: never;
    };
    "/api/admin/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order, or units of it that have not left
         * @description Stock is given back, reserved money set free, charged money given back. Without `lines`, all that has not left.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{orderId}/fulfillments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an order, or a part of it; a pick-up order is laid ready
         * @description Everything that is left goes, unless `lines` says what. The customer is told by mail.
         */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{orderId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoices and credit notes of an order, for staff */
        get: operations["listInvoicesForStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{orderId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note into the timeline; customers do not see it */
        post: operations["noteOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{orderId}/refund-quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a refund would come to; changes nothing */
        post: operations["quoteRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/orders/{orderId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back: units of lines, delivery, or a free amount
         * @description 201 when it has been given back, 202 while a provider does not answer: it is finished by asking. Never more than was paid for a line, for delivery and for the order. Support may give back up to a limit.
         */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/price-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Price lists, the one that is asked first at the front */
        get: operations["listPriceLists"];
        put?: never;
        /** Make a price list for a market, a group of customers or a time */
        post: operations["createPriceList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/price-lists/{priceListId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change for whom and when a price list counts */
        put: operations["changePriceList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/price-lists/{priceListId}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of a list, by product, at most 500 at a time */
        get: operations["readListPrices"];
        /** Set prices in a list, from a quantity on; null takes one out of it */
        put: operations["saveListPrices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by title, page by page, with price and stock */
        get: operations["listProductsForStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product with every variant, its price and its stock by location */
        get: operations["readProductForStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the title, description or status of a product */
        patch: operations["editProduct"];
        trace?: never;
    };
    "/api/admin/promotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions, those that are switched on first */
        get: operations["listPromotions"];
        put?: never;
        /** Make a promotion; it counts from now on, or from when it says */
        post: operations["createPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/promotions/{promotionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promotion, with how far it has been used */
        get: operations["readPromotion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or pause a promotion; no order is placed by the old rule after that */
        patch: operations["changePromotion"];
        trace?: never;
    };
    "/api/admin/promotions/{promotionId}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The codes of a promotion, the first thousand */
        get: operations["listCodes"];
        put?: never;
        /** Add a code of your own, or have many made that nobody guesses */
        post: operations["addCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/promotions/{promotionId}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest uses of a promotion, and what it gave by day */
        get: operations["readPromotionUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/promotions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a cart would cost with a promotion, before anybody else sees it */
        post: operations["previewPromotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/restored-copy/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that this restored copy is the shop now: mails, payments and webhooks that waited go out */
        post: operations["confirmRestoredCopy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/shop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the back office shows around its pages */
        get: operations["readShopForStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items by title, page by page: what lies there, what is promised, what is free, what is on its way */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a number right for a reason; fewer is negative */
        post: operations["adjustStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-codes/{stockCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The item that has this SKU or barcode */
        get: operations["findStockItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a count: of everything that lies at a place, of some items, or empty, to be filled by scanning */
        post: operations["startCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-counts/{documentId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the differences to movements */
        post: operations["applyCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-counts/{documentId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a count away; it changes nothing */
        post: operations["discardCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-counts/{documentId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter what was counted; counting an item again replaces its number */
        post: operations["enterCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-counts/{documentId}/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a count again */
        post: operations["recountStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-counts/{documentId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the counting and show the differences */
        post: operations["reviewCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts, adjustments, transfers and counts, the newest first */
        get: operations["listStockDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them with its lines; an open count does not say what is expected */
        get: operations["readStockDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where goods can lie, the place to ship from first at the front */
        get: operations["listStockPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take goods in that came from outside */
        post: operations["receiveGoods"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send pieces from one place to another; `isAtOnce` carries them over in one step */
        post: operations["sendTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock-transfers/{documentId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a transfer in: all of it, unless `lines` says what arrived; the rest is lost */
        post: operations["receiveTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stock/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An item: what lies where, which variants and sets take of it, and its last ninety days */
        get: operations["readStockItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say from how few free pieces on an item runs low */
        patch: operations["editStockItem"];
        trace?: never;
    };
    "/api/admin/stock/{itemId}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an item, the newest first: how many, why, by whom, and what lay there after */
        get: operations["listMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stored-value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gift cards, or store credit, page by page, the newest first */
        get: operations["listStoredValue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stored-value/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One gift card or store credit with all its entries */
        get: operations["readStoredValue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stored-value/{accountId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Top up, or take away what is free */
        post: operations["changeStoredValue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stored-value/{accountId}/disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lock a gift card or store credit, or open it again */
        put: operations["setStoredValueDisabled"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stored-value/gift-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a gift card; its code is in this answer and nowhere else */
        post: operations["issueGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/stored-value/store-credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a customer store credit */
        post: operations["giveStoreCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today at a glance: sales, what to ship, what runs low, what needs a person */
        get: operations["readSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/variants/{variantId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one unit of a variant takes from the shelf */
        get: operations["listVariantItems"];
        /** Say what one unit of a variant takes from the shelf; from then on it is counted */
        put: operations["saveVariantItems"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/variants/{variantId}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what a variant costs */
        put: operations["changePrice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/variants/{variantId}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how many of a variant lie at a location, and why that changed */
        post: operations["changeStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhook-deliveries/{deliveryId}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it again, under the same id */
        post: operations["resendWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told what happens in the shop, and what there is to be told */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have a program told what happens
         * @description Signed as Standard Webhooks says. The secret is in this answer and is never shown again.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tell this program nothing more, and forget what it was told */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, pause it, or go on */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/admin/webhooks/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook was told, the newest first, with every try */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{endpointId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a webhook a new secret; for a day the old one signs as well */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/webhooks/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a webhook that says nothing, to see it arrive */
        post: operations["testWebhook"];
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
    "/api/carts/{cartId}/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a code for a discount
         * @description A code that gives nothing is refused, in the same words whatever the reason.
         */
        post: operations["enterCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{cartId}/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a code out of the cart */
        delete: operations["removeCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{cartId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy what is in the cart
         * @description 201 with a new order, 200 with the order this cart has become before, 202 with the page on which it is to be paid. Safe to repeat: a cart becomes one order, whoever asks and however often.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/carts/{cartId}/tenders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay with a gift card, or with store credit
         * @description By the code of the card, or by id and key of the credit as they are in the link that its owner was mailed. Nothing is taken before the cart is bought. A code that is wrong and one that is used up get the same answer.
         */
        post: operations["addTender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/carts/{cartId}/tenders/{tenderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Do not pay with this gift card or store credit after all */
        delete: operations["removeTender"];
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
    "/api/gift-cards/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is left on a gift card, or of store credit
         * @description By the code of the card, or by id and key of the credit. Wrong, used up, locked and over get the same answer; one address gets thirty answers in a minute.
         */
        post: operations["checkGiftCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An order with its timeline
         * @description Opened by the key that came with the order, as header x-order-key or as ?key=.
         */
        get: operations["readOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/confirm-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find out whether an order has been paid, on return from the payment page */
        post: operations["confirmPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoices and credit notes of an order */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/invoices/{invoiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An invoice or a credit note as PDF */
        get: operations["readInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cards that were kept with an order */
        get: operations["listSavedMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderId}/payment-methods/{methodId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a card that was kept with an order */
        delete: operations["forgetSavedMethod"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{provider}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a payment provider tells by itself
         * @description Signed as Standard Webhooks. Safe to repeat, in any order. 401 for what the provider did not sign in the last five minutes; kinds that are not known are heard and left alone.
         */
        post: operations["hearProvider"];
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
    "/api/variants/{variantId}/delivery-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one piece could be sent today, with price and dates, before there is a cart */
        get: operations["listDeliveryOptions"];
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
            codes: {
                /**
                 * @description Why it takes nothing.
                 * @enum {string|null}
                 */
                because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                code: string;
                isApplied: boolean;
                title: string | null;
            }[];
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
                giftRecipient: {
                    email?: string;
                    message?: string;
                    name?: string;
                } | null;
                name: string | null;
                phone: string | null;
            };
            country: string;
            currency: string;
            /** @description Which promotion takes how much, in the order of application. */
            discounts: {
                amountMinor: number;
                /** @description Null for one that applies by itself. */
                code: string | null;
                lines: {
                    amountMinor: number;
                    lineId: string;
                }[];
                /** @description The part that is taken from shipping. */
                shippingMinor: number;
                title: string;
            }[];
            /** @description What is left of the total after them, to be paid by card. */
            dueMinor: number;
            id: string;
            itemCount: number;
            lines: {
                /** @enum {string} */
                availability: "in-stock" | "low" | "sold-out";
                compareAtMinor: number | null;
                /** @description What promotions take from this line. */
                discountMinor: number;
                id: string;
                isGiftCard: boolean;
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
                /** @description Before discounts. */
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
            /** @description Gift cards and store credit that it is to be paid with. */
            tenders: {
                /** @description What of the total it pays. */
                amountMinor: number;
                /** @description What is on it now; 0 when it cannot be used any more. */
                availableMinor: number;
                id: string;
                /** @enum {string} */
                kind: "gift-card" | "store-credit";
                /** @description Of the code of a gift card. */
                lastFour: string | null;
            }[];
            totals: {
                /** @description From lines and shipping together. */
                discountMinor: number;
                goodsMinor: number;
                /** @description Against the former prices. */
                savedMinor: number;
                /** @description The part of it that is taken from shipping. */
                shippingDiscountMinor: number;
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
    listBackups: {
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
                        everyMinutes: number;
                        folder: string;
                        isScheduled: boolean;
                        items: {
                            bytes: number | null;
                            /** @description Where it lies on the machine of the shop. */
                            file: string;
                            finishedAt: string | null;
                            id: string;
                            pictureCount: number | null;
                            problem: string | null;
                            rowCount: number | null;
                            startedAt: string;
                            /** @enum {string} */
                            status: "running" | "done" | "failed";
                            /** @description When it was restored into a scratch database and found whole. */
                            verifiedAt: string | null;
                        }[];
                        kept: number;
                    };
                };
            };
        };
    };
    makeBackup: {
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    listCustomerGroups: {
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
                        items: {
                            /** @description Whoever enters it in a cart belongs to the group. */
                            entryCode: string;
                            id: string;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    createCustomerGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
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
                        /** @description Whoever enters it in a cart belongs to the group. */
                        entryCode: string;
                        id: string;
                        title: string;
                    };
                };
            };
        };
    };
    listDeadDeliveries: {
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
                        items: {
                            attempts: number;
                            eventId: number;
                            lastError: string | null;
                            listener: string;
                            occurredAt: string;
                            subject: string;
                            type: string;
                        }[];
                    };
                };
            };
        };
    };
    retryDeadDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    eventId: number;
                    listener: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    deliverFulfillment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fulfillmentId: string;
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
                        carrier: string | null;
                        deliveredAt: string | null;
                        id: string;
                        lines: {
                            orderLineId: string;
                            quantity: number;
                        }[];
                        orderId: string;
                        shippedAt: string;
                        /** @enum {string} */
                        status: "shipped" | "ready-for-pickup" | "delivered";
                        trackingNumber: string | null;
                        trackingUrl: string | null;
                    };
                };
            };
        };
    };
    readInvoiceForStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invoiceId: string;
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
            /** @description The paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    readTrialBalance: {
        parameters: {
            query?: {
                /** @description The first day, in the shop's own time. */
                from?: string;
                /** @description The last day, included. */
                until?: string;
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
                        accounts: {
                            account: string;
                            /** @description Debit is positive, credit negative. */
                            balanceMinor: number;
                            creditMinor: number;
                            currency: string;
                            debitMinor: number;
                            /** @enum {string} */
                            kind: "asset" | "liability" | "equity" | "revenue" | "expense";
                            /** @description What it stood at before the period. */
                            openingMinor: number;
                        }[];
                    };
                };
            };
        };
    };
    listAccountEntries: {
        parameters: {
            query?: {
                currency?: string;
                cursor?: string;
                /** @description The first day, in the shop's own time. */
                from?: string;
                limit?: number;
                /** @description The last day, included. */
                until?: string;
            };
            header?: never;
            path: {
                account: string;
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
                            /** @description The other accounts of the same movement. */
                            against: string[];
                            /** @description Debit is positive, credit negative. */
                            amountMinor: number;
                            /** @description What the account stood at after this line, in this currency. */
                            balanceMinor: number;
                            currency: string;
                            kind: string;
                            line: number;
                            occurredAt: string;
                            orderNumber: number | null;
                            reference: string;
                            transactionId: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    downloadAccount: {
        parameters: {
            query?: {
                currency?: string;
                /** @description The first day, in the shop's own time. */
                from?: string;
                /** @description The last day, included. */
                until?: string;
            };
            header?: never;
            path: {
                account: string;
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
            /** @description One line for each entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    checkBalances: {
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
                        wrong: {
                            account: string;
                            bookedMinor: number;
                            currency: string;
                            keptMinor: number;
                        }[];
                    };
                };
            };
        };
    };
    downloadJournal: {
        parameters: {
            query?: {
                /** @description The first day, in the shop's own time. */
                from?: string;
                /** @description The last day, included. */
                until?: string;
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
            /** @description The journal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
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
    listMessages: {
        parameters: {
            query?: {
                orderId?: string;
                status?: "waiting" | "sent" | "failed";
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
                        items: {
                            attempts: number;
                            createdAt: string;
                            id: string;
                            /** @enum {string} */
                            kind: "order-confirmation" | "shipping-notice" | "pickup-notice" | "gift-card" | "refund-notice" | "cancellation-notice" | "change-notice";
                            lastError: string | null;
                            orderId: string;
                            sentAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "sent" | "failed";
                        }[];
                    };
                };
            };
        };
    };
    resendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: string;
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
                        attempts: number;
                        createdAt: string;
                        id: string;
                        /** @enum {string} */
                        kind: "order-confirmation" | "shipping-notice" | "pickup-notice" | "gift-card" | "refund-notice" | "cancellation-notice" | "change-notice";
                        lastError: string | null;
                        orderId: string;
                        sentAt: string | null;
                        /** @enum {string} */
                        status: "waiting" | "sent" | "failed";
                    };
                };
            };
        };
    };
    readOrderSettings: {
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
                        /** @enum {string} */
                        invoiceOn: "shipment" | "placement";
                        /** @description Up to here, support may give back of one order; null for any amount. */
                        supportRefundMaxMinor: number | null;
                        taxNumber: string;
                    };
                };
            };
        };
    };
    changeOrderSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    invoiceOn: "shipment" | "placement";
                    /** @description Up to here, support may give back of one order; null for any amount. */
                    supportRefundMaxMinor: number | null;
                    taxNumber: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        invoiceOn: "shipment" | "placement";
                        /** @description Up to here, support may give back of one order; null for any amount. */
                        supportRefundMaxMinor: number | null;
                        taxNumber: string;
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description What the page before answered as `next`. */
                cursor?: string;
                limit?: number;
                /** @description An order number, or a whole e-mail address. */
                q?: string;
                status?: "to-ship" | "shipped" | "all" | "unpaid";
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
                        items: {
                            country: string;
                            createdAt: string;
                            currency: string;
                            customerName: string;
                            /** @enum {string} */
                            fulfillmentStatus: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                            id: string;
                            isPickup: boolean;
                            number: number | null;
                            paymentStatus: ("recorded" | "unknown" | "action-required" | "authorized" | "captured" | "declined" | "voided" | "refunded") | null;
                            pictures: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            }[];
                            pieces: number;
                            placedAt: string | null;
                            shippingName: string | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        }[];
                        next: string | null;
                        toShip: number;
                    };
                };
            };
        };
    };
    readOrderForStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
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
                        canceledAt: string | null;
                        carriers: string[];
                        contact: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            };
                            email: string;
                            name?: string;
                            phone?: string;
                        };
                        country: string;
                        createdAt: string;
                        currency: string;
                        deliverFrom: string | null;
                        deliverUntil: string | null;
                        /** @description From lines and shipping together. */
                        discountMinor: number;
                        /** @description Which promotion took how much, and of what. */
                        discounts: {
                            amountMinor: number;
                            code: string | null;
                            /** @description Null: from shipping. */
                            orderLineId: string | null;
                            promotionId: string;
                            title: string;
                        }[];
                        /** @description Money that cardholders took back through their banks. */
                        disputes: {
                            amountMinor: number;
                            closedAt: string | null;
                            feeMinor: number;
                            id: string;
                            openedAt: string;
                            paymentId: string;
                            reason: string;
                            respondBy: string;
                            /** @enum {string} */
                            status: "open" | "won" | "lost";
                        }[];
                        fulfillments: {
                            carrier: string | null;
                            deliveredAt: string | null;
                            id: string;
                            lines: {
                                orderLineId: string;
                                quantity: number;
                            }[];
                            orderId: string;
                            shippedAt: string;
                            /** @enum {string} */
                            status: "shipped" | "ready-for-pickup" | "delivered";
                            trackingNumber: string | null;
                            trackingUrl: string | null;
                        }[];
                        /** @enum {string} */
                        fulfillmentStatus: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                        goodsMinor: number;
                        id: string;
                        /** @description Payments whose reserved money can no longer be taken. */
                        lapsedPayments: string[];
                        lines: {
                            /** @description Taken out after it was ordered. */
                            canceledQuantity: number;
                            discountMinor: number;
                            fulfilledQuantity: number;
                            id: string;
                            image: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            isGiftCard: boolean;
                            productId: string | null;
                            quantity: number;
                            /** @description Given back of what was paid for this line. */
                            refundedMinor: number;
                            refundedQuantity: number;
                            sku: string | null;
                            subtotalMinor: number;
                            taxMinor: number;
                            taxName: string;
                            taxRatePpm: number;
                            title: string;
                            /** @description What was paid for this line, tax and discount included. */
                            totalMinor: number;
                            unitPriceMinor: number;
                            variantId: string | null;
                            variantTitle: string;
                        }[];
                        locale: string;
                        marketId: string;
                        /** @description What people call it by; given when it is placed. */
                        number: number | null;
                        payments: {
                            amountMinor: number;
                            authorizedMinor: number;
                            capturedMinor: number;
                            declineCode: string | null;
                            id: string;
                            method: {
                                brand?: string;
                                last4?: string;
                                type?: string;
                            };
                            provider: string;
                            refundedMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "unknown" | "action-required" | "authorized" | "captured" | "declined" | "voided" | "refunded";
                        }[];
                        placedAt: string | null;
                        pricesIncludeTax: boolean;
                        /** @description Given back of the total. */
                        refundedMinor: number;
                        refundedShippingMinor: number;
                        refunds: {
                            actor: string;
                            /** @description Tax and delivery included. */
                            amountMinor: number;
                            createdAt: string;
                            currency: string;
                            finishedAt: string | null;
                            id: string;
                            isRestocked: boolean;
                            /** @enum {string} */
                            kind: "refund" | "cancellation";
                            lines: {
                                amountMinor: number;
                                orderLineId: string;
                                quantity: number;
                                taxMinor: number;
                            }[];
                            orderId: string;
                            payments: {
                                amountMinor: number;
                                paymentId: string;
                            }[];
                            reason: string;
                            /** @description What the providers would not give back. */
                            refusedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "refunded" | "failed";
                            taxMinor: number;
                        }[];
                        /** @description How often it was changed after it was placed. */
                        revision: number;
                        shipping: {
                            carrier: string | null;
                            code: string;
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
                        } | null;
                        shippingChoices: {
                            amountMinor: number;
                            id: string;
                            name: string;
                        }[];
                        /** @description The part of it that was taken from shipping. */
                        shippingDiscountMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @description Of the staff in the timeline, by id. */
                        staffNames: {
                            [key: string]: string;
                        };
                        /** @enum {string} */
                        status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                        stock: {
                            locationName: string;
                            onHand: number;
                            orderLineId: string;
                            reserved: number;
                        }[];
                        taxLines: {
                            name: string;
                            /** @description Parts per million: 19 % is 190000. */
                            ratePpm: number;
                            taxMinor: number;
                        }[];
                        taxMinor: number;
                        timeline: {
                            actor: string | null;
                            at: string;
                            details: {
                                [key: string]: unknown;
                            };
                            /** @description What happened: order.placed, payment.captured, fulfillment.shipped ... */
                            type: string;
                        }[];
                        totalMinor: number;
                    };
                };
            };
        };
    };
    changeOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: {
                        city?: string;
                        country?: string;
                        line1?: string;
                        line2?: string;
                        postcode?: string;
                        region?: string;
                    };
                    email?: string;
                    name?: string;
                    phone?: string;
                    /** @description Which state of the order was shown; another one is refused. */
                    revision?: number;
                    shippingMethodId?: string;
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
                        canceledAt: string | null;
                        contact: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            };
                            email: string;
                            name?: string;
                            phone?: string;
                        };
                        country: string;
                        createdAt: string;
                        currency: string;
                        deliverFrom: string | null;
                        deliverUntil: string | null;
                        /** @description From lines and shipping together. */
                        discountMinor: number;
                        /** @description Which promotion took how much, and of what. */
                        discounts: {
                            amountMinor: number;
                            code: string | null;
                            /** @description Null: from shipping. */
                            orderLineId: string | null;
                            promotionId: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        fulfillmentStatus: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                        goodsMinor: number;
                        id: string;
                        lines: {
                            /** @description Taken out after it was ordered. */
                            canceledQuantity: number;
                            discountMinor: number;
                            fulfilledQuantity: number;
                            id: string;
                            image: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            isGiftCard: boolean;
                            productId: string | null;
                            quantity: number;
                            /** @description Given back of what was paid for this line. */
                            refundedMinor: number;
                            refundedQuantity: number;
                            sku: string | null;
                            subtotalMinor: number;
                            taxMinor: number;
                            taxName: string;
                            taxRatePpm: number;
                            title: string;
                            /** @description What was paid for this line, tax and discount included. */
                            totalMinor: number;
                            unitPriceMinor: number;
                            variantId: string | null;
                            variantTitle: string;
                        }[];
                        locale: string;
                        marketId: string;
                        /** @description What people call it by; given when it is placed. */
                        number: number | null;
                        payments: {
                            amountMinor: number;
                            authorizedMinor: number;
                            capturedMinor: number;
                            declineCode: string | null;
                            id: string;
                            method: {
                                brand?: string;
                                last4?: string;
                                type?: string;
                            };
                            provider: string;
                            refundedMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "unknown" | "action-required" | "authorized" | "captured" | "declined" | "voided" | "refunded";
                        }[];
                        placedAt: string | null;
                        pricesIncludeTax: boolean;
                        /** @description Given back of the total. */
                        refundedMinor: number;
                        refundedShippingMinor: number;
                        refunds: {
                            actor: string;
                            /** @description Tax and delivery included. */
                            amountMinor: number;
                            createdAt: string;
                            currency: string;
                            finishedAt: string | null;
                            id: string;
                            isRestocked: boolean;
                            /** @enum {string} */
                            kind: "refund" | "cancellation";
                            lines: {
                                amountMinor: number;
                                orderLineId: string;
                                quantity: number;
                                taxMinor: number;
                            }[];
                            orderId: string;
                            payments: {
                                amountMinor: number;
                                paymentId: string;
                            }[];
                            reason: string;
                            /** @description What the providers would not give back. */
                            refusedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "refunded" | "failed";
                            taxMinor: number;
                        }[];
                        /** @description How often it was changed after it was placed. */
                        revision: number;
                        shipping: {
                            carrier: string | null;
                            code: string;
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
                        } | null;
                        /** @description The part of it that was taken from shipping. */
                        shippingDiscountMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @enum {string} */
                        status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                        taxLines: {
                            name: string;
                            /** @description Parts per million: 19 % is 190000. */
                            ratePpm: number;
                            taxMinor: number;
                        }[];
                        taxMinor: number;
                        timeline: {
                            actor: string | null;
                            at: string;
                            details: {
                                [key: string]: unknown;
                            };
                            /** @description What happened: order.placed, payment.captured, fulfillment.shipped ... */
                            type: string;
                        }[];
                        totalMinor: number;
                    };
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines?: {
                        orderLineId: string;
                        quantity: number;
                    }[];
                    /** @description For the shop’s own books. */
                    reason: string;
                    /** @description Which state of the order was shown; another one is refused. */
                    revision?: number;
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
                        canceledAt: string | null;
                        contact: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            };
                            email: string;
                            name?: string;
                            phone?: string;
                        };
                        country: string;
                        createdAt: string;
                        currency: string;
                        deliverFrom: string | null;
                        deliverUntil: string | null;
                        /** @description From lines and shipping together. */
                        discountMinor: number;
                        /** @description Which promotion took how much, and of what. */
                        discounts: {
                            amountMinor: number;
                            code: string | null;
                            /** @description Null: from shipping. */
                            orderLineId: string | null;
                            promotionId: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        fulfillmentStatus: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                        goodsMinor: number;
                        id: string;
                        lines: {
                            /** @description Taken out after it was ordered. */
                            canceledQuantity: number;
                            discountMinor: number;
                            fulfilledQuantity: number;
                            id: string;
                            image: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            isGiftCard: boolean;
                            productId: string | null;
                            quantity: number;
                            /** @description Given back of what was paid for this line. */
                            refundedMinor: number;
                            refundedQuantity: number;
                            sku: string | null;
                            subtotalMinor: number;
                            taxMinor: number;
                            taxName: string;
                            taxRatePpm: number;
                            title: string;
                            /** @description What was paid for this line, tax and discount included. */
                            totalMinor: number;
                            unitPriceMinor: number;
                            variantId: string | null;
                            variantTitle: string;
                        }[];
                        locale: string;
                        marketId: string;
                        /** @description What people call it by; given when it is placed. */
                        number: number | null;
                        payments: {
                            amountMinor: number;
                            authorizedMinor: number;
                            capturedMinor: number;
                            declineCode: string | null;
                            id: string;
                            method: {
                                brand?: string;
                                last4?: string;
                                type?: string;
                            };
                            provider: string;
                            refundedMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "unknown" | "action-required" | "authorized" | "captured" | "declined" | "voided" | "refunded";
                        }[];
                        placedAt: string | null;
                        pricesIncludeTax: boolean;
                        /** @description Given back of the total. */
                        refundedMinor: number;
                        refundedShippingMinor: number;
                        refunds: {
                            actor: string;
                            /** @description Tax and delivery included. */
                            amountMinor: number;
                            createdAt: string;
                            currency: string;
                            finishedAt: string | null;
                            id: string;
                            isRestocked: boolean;
                            /** @enum {string} */
                            kind: "refund" | "cancellation";
                            lines: {
                                amountMinor: number;
                                orderLineId: string;
                                quantity: number;
                                taxMinor: number;
                            }[];
                            orderId: string;
                            payments: {
                                amountMinor: number;
                                paymentId: string;
                            }[];
                            reason: string;
                            /** @description What the providers would not give back. */
                            refusedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "refunded" | "failed";
                            taxMinor: number;
                        }[];
                        /** @description How often it was changed after it was placed. */
                        revision: number;
                        shipping: {
                            carrier: string | null;
                            code: string;
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
                        } | null;
                        /** @description The part of it that was taken from shipping. */
                        shippingDiscountMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @enum {string} */
                        status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                        taxLines: {
                            name: string;
                            /** @description Parts per million: 19 % is 190000. */
                            ratePpm: number;
                            taxMinor: number;
                        }[];
                        taxMinor: number;
                        timeline: {
                            actor: string | null;
                            at: string;
                            details: {
                                [key: string]: unknown;
                            };
                            /** @description What happened: order.placed, payment.captured, fulfillment.shipped ... */
                            type: string;
                        }[];
                        totalMinor: number;
                    };
                };
            };
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key for the same order is the same parcel. */
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrier?: string;
                    lines?: {
                        orderLineId: string;
                        quantity: number;
                    }[];
                    trackingNumber?: string;
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
                        carrier: string | null;
                        deliveredAt: string | null;
                        id: string;
                        lines: {
                            orderLineId: string;
                            quantity: number;
                        }[];
                        orderId: string;
                        shippedAt: string;
                        /** @enum {string} */
                        status: "shipped" | "ready-for-pickup" | "delivered";
                        trackingNumber: string | null;
                        trackingUrl: string | null;
                    };
                };
            };
        };
    };
    listInvoicesForStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
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
                            currency: string;
                            id: string;
                            issuedAt: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit-note";
                            /** @description As it stands on the paper: INV-17. */
                            name: string;
                            orderId: string;
                            totalMinor: number;
                        }[];
                    };
                };
            };
        };
    };
    noteOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
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
                        canceledAt: string | null;
                        contact: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            };
                            email: string;
                            name?: string;
                            phone?: string;
                        };
                        country: string;
                        createdAt: string;
                        currency: string;
                        deliverFrom: string | null;
                        deliverUntil: string | null;
                        /** @description From lines and shipping together. */
                        discountMinor: number;
                        /** @description Which promotion took how much, and of what. */
                        discounts: {
                            amountMinor: number;
                            code: string | null;
                            /** @description Null: from shipping. */
                            orderLineId: string | null;
                            promotionId: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        fulfillmentStatus: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                        goodsMinor: number;
                        id: string;
                        lines: {
                            /** @description Taken out after it was ordered. */
                            canceledQuantity: number;
                            discountMinor: number;
                            fulfilledQuantity: number;
                            id: string;
                            image: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            isGiftCard: boolean;
                            productId: string | null;
                            quantity: number;
                            /** @description Given back of what was paid for this line. */
                            refundedMinor: number;
                            refundedQuantity: number;
                            sku: string | null;
                            subtotalMinor: number;
                            taxMinor: number;
                            taxName: string;
                            taxRatePpm: number;
                            title: string;
                            /** @description What was paid for this line, tax and discount included. */
                            totalMinor: number;
                            unitPriceMinor: number;
                            variantId: string | null;
                            variantTitle: string;
                        }[];
                        locale: string;
                        marketId: string;
                        /** @description What people call it by; given when it is placed. */
                        number: number | null;
                        payments: {
                            amountMinor: number;
                            authorizedMinor: number;
                            capturedMinor: number;
                            declineCode: string | null;
                            id: string;
                            method: {
                                brand?: string;
                                last4?: string;
                                type?: string;
                            };
                            provider: string;
                            refundedMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "unknown" | "action-required" | "authorized" | "captured" | "declined" | "voided" | "refunded";
                        }[];
                        placedAt: string | null;
                        pricesIncludeTax: boolean;
                        /** @description Given back of the total. */
                        refundedMinor: number;
                        refundedShippingMinor: number;
                        refunds: {
                            actor: string;
                            /** @description Tax and delivery included. */
                            amountMinor: number;
                            createdAt: string;
                            currency: string;
                            finishedAt: string | null;
                            id: string;
                            isRestocked: boolean;
                            /** @enum {string} */
                            kind: "refund" | "cancellation";
                            lines: {
                                amountMinor: number;
                                orderLineId: string;
                                quantity: number;
                                taxMinor: number;
                            }[];
                            orderId: string;
                            payments: {
                                amountMinor: number;
                                paymentId: string;
                            }[];
                            reason: string;
                            /** @description What the providers would not give back. */
                            refusedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "refunded" | "failed";
                            taxMinor: number;
                        }[];
                        /** @description How often it was changed after it was placed. */
                        revision: number;
                        shipping: {
                            carrier: string | null;
                            code: string;
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
                        } | null;
                        /** @description The part of it that was taken from shipping. */
                        shippingDiscountMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @enum {string} */
                        status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                        taxLines: {
                            name: string;
                            /** @description Parts per million: 19 % is 190000. */
                            ratePpm: number;
                            taxMinor: number;
                        }[];
                        taxMinor: number;
                        timeline: {
                            actor: string | null;
                            at: string;
                            details: {
                                [key: string]: unknown;
                            };
                            /** @description What happened: order.placed, payment.captured, fulfillment.shipped ... */
                            type: string;
                        }[];
                        totalMinor: number;
                    };
                };
            };
        };
    };
    quoteRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A free amount: it makes every line and delivery cheaper by its share. */
                    amountMinor?: number;
                    /** @description Units give back exactly what was paid for them. */
                    lines?: {
                        orderLineId: string;
                        quantity: number;
                    }[];
                    shippingMinor?: number;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amountMinor: number;
                        /** @description What has been charged and not given back: no refund is above that. */
                        chargedMinor: number;
                        currency: string;
                        lines: {
                            amountMinor: number;
                            orderLineId: string;
                            quantity: number;
                            taxMinor: number;
                        }[];
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        taxMinor: number;
                    };
                };
            };
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key for the same order is the same refund. */
                "idempotency-key"?: string;
            };
            path: {
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A free amount: it makes every line and delivery cheaper by its share. */
                    amountMinor?: number;
                    /** @description What was shown; another sum is refused. */
                    expectedAmountMinor?: number;
                    /** @description Units give back exactly what was paid for them. */
                    lines?: {
                        orderLineId: string;
                        quantity: number;
                    }[];
                    /** @description For the shop’s own books. */
                    reason: string;
                    /** @description The goods are back and go on the shelf. */
                    restock?: boolean;
                    shippingMinor?: number;
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
                        actor: string;
                        /** @description Tax and delivery included. */
                        amountMinor: number;
                        createdAt: string;
                        currency: string;
                        finishedAt: string | null;
                        id: string;
                        isRestocked: boolean;
                        /** @enum {string} */
                        kind: "refund" | "cancellation";
                        lines: {
                            amountMinor: number;
                            orderLineId: string;
                            quantity: number;
                            taxMinor: number;
                        }[];
                        orderId: string;
                        payments: {
                            amountMinor: number;
                            paymentId: string;
                        }[];
                        reason: string;
                        /** @description What the providers would not give back. */
                        refusedMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @enum {string} */
                        status: "recorded" | "refunded" | "failed";
                        taxMinor: number;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actor: string;
                        /** @description Tax and delivery included. */
                        amountMinor: number;
                        createdAt: string;
                        currency: string;
                        finishedAt: string | null;
                        id: string;
                        isRestocked: boolean;
                        /** @enum {string} */
                        kind: "refund" | "cancellation";
                        lines: {
                            amountMinor: number;
                            orderLineId: string;
                            quantity: number;
                            taxMinor: number;
                        }[];
                        orderId: string;
                        payments: {
                            amountMinor: number;
                            paymentId: string;
                        }[];
                        reason: string;
                        /** @description What the providers would not give back. */
                        refusedMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @enum {string} */
                        status: "recorded" | "refunded" | "failed";
                        taxMinor: number;
                    };
                };
            };
        };
    };
    listPriceLists: {
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
                        items: {
                            code: string;
                            currency: string;
                            /** @description Null: for everybody. */
                            customerGroupId: string | null;
                            /** Format: date-time */
                            endsAt: string | null;
                            id: string;
                            /** @description Null: for every market of this currency. */
                            marketId: string | null;
                            /** @description The higher is asked first. */
                            priority: number;
                            /** Format: date-time */
                            startsAt: string | null;
                            title: string;
                        }[];
                    };
                };
            };
        };
    };
    createPriceList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    currency: string;
                    /** @description Null: for everybody. */
                    customerGroupId: string | null;
                    /** Format: date-time */
                    endsAt: string | null;
                    /** @description Null: for every market of this currency. */
                    marketId: string | null;
                    /** @description The higher is asked first. */
                    priority: number;
                    /** Format: date-time */
                    startsAt: string | null;
                    title: string;
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
                        id: string;
                    };
                };
            };
        };
    };
    changePriceList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                priceListId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    currency: string;
                    /** @description Null: for everybody. */
                    customerGroupId: string | null;
                    /** Format: date-time */
                    endsAt: string | null;
                    /** @description Null: for every market of this currency. */
                    marketId: string | null;
                    /** @description The higher is asked first. */
                    priority: number;
                    /** Format: date-time */
                    startsAt: string | null;
                    title: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    readListPrices: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path: {
                priceListId: string;
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
                            compareAtMinor: number | null;
                            productTitle: string;
                            quantityMin: number;
                            sku: string | null;
                            variantId: string;
                            variantTitle: string;
                        }[];
                    };
                };
            };
        };
    };
    saveListPrices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                priceListId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prices: {
                        /** @description Whole minor units: 34.116425 is no price. */
                        amountMinor: number | null;
                        /** @description Whole minor units: 34.116425 is no price. */
                        compareAtMinor?: number | null;
                        quantityMin: number;
                        variantId: string;
                    }[];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listProductsForStaff: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Words of the title or the maker, or a whole SKU or barcode. */
                q?: string;
                status?: "all" | "active" | "draft" | "archived" | "low";
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
                        items: {
                            available: number | null;
                            currency: string | null;
                            id: string;
                            lowVariants: number;
                            picture: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            priceMaxMinor: number | null;
                            priceMinMinor: number | null;
                            slug: string;
                            /** @enum {string} */
                            status: "draft" | "active" | "archived";
                            title: string;
                            variants: number;
                            vendor: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    readProductForStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
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
                        currency: string;
                        descriptionHtml: string;
                        id: string;
                        locations: {
                            id: string;
                            name: string;
                        }[];
                        picture: {
                            hash: string;
                            height: number;
                            placeholderColor: string;
                            width: number;
                            widths: number[];
                        } | null;
                        slug: string;
                        /** @enum {string} */
                        status: "draft" | "active" | "archived";
                        title: string;
                        updatedAt: string;
                        variants: {
                            barcode: string | null;
                            compareAtMinor: number | null;
                            currency: string | null;
                            id: string;
                            isCounted: boolean;
                            isSet: boolean;
                            /** @description What one unit takes from the shelf. */
                            parts: {
                                /** @description Everywhere together. */
                                free: number;
                                inventoryItemId: string;
                                quantity: number;
                                sku: string | null;
                                title: string | null;
                                variantTitle: string | null;
                            }[];
                            priceMinor: number | null;
                            sku: string | null;
                            /** @description A set has none of its own. */
                            stock: {
                                locationId: string;
                                onHand: number;
                                reserved: number;
                            }[];
                            title: string;
                        }[];
                        vendor: string;
                    };
                };
            };
        };
    };
    editProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    descriptionHtml?: string;
                    /** @enum {string} */
                    status?: "draft" | "active" | "archived";
                    title?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listPromotions: {
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
                        items: {
                            budgetCurrency: string | null;
                            budgetMinor: number | null;
                            codeCount: number;
                            /** @enum {string} */
                            combines: "with-all" | "with-none" | "with-listed";
                            combinesWith: string[];
                            createdAt: string;
                            /** Format: date-time */
                            endsAt: string | null;
                            id: string;
                            /** @enum {string} */
                            method: "automatic" | "code";
                            priority: number;
                            /** @description As it was written; see the body of createPromotion. */
                            rule: unknown;
                            /** @description Of its budget, in the budget’s currency. */
                            spentMinor: number;
                            /** Format: date-time */
                            startsAt: string | null;
                            /** @enum {string} */
                            status: "active" | "paused";
                            /** @description What shoppers read. */
                            title: string;
                            translations: {
                                [key: string]: {
                                    title?: string;
                                };
                            };
                            uses: number;
                            usesMax: number | null;
                            usesPerCustomerMax: number | null;
                        }[];
                    };
                };
            };
        };
    };
    createPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    budgetCurrency?: string | null;
                    budgetMinor?: number | null;
                    /** @enum {string} */
                    combines?: "with-all" | "with-none" | "with-listed";
                    combinesWith?: string[];
                    /** Format: date-time */
                    endsAt?: string | null;
                    /** @enum {string} */
                    method: "automatic" | "code";
                    priority?: number;
                    rule: {
                        gives: {
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            /** @enum {string} */
                            kind: "percent";
                            tiers: {
                                fromQuantity?: number;
                                /** @description Minor units by currency. */
                                fromValue?: {
                                    [key: string]: number;
                                };
                                /** @description Parts per million: 15 % is 150000. */
                                ratePpm: number;
                            }[];
                        } | {
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            /** @enum {string} */
                            kind: "amount";
                            tiers: {
                                /** @description Minor units by currency. */
                                amounts: {
                                    [key: string]: number;
                                };
                                fromQuantity?: number;
                                /** @description Minor units by currency. */
                                fromValue?: {
                                    [key: string]: number;
                                };
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "free-shipping";
                            /** @description Minor units by currency. */
                            upTo?: {
                                [key: string]: number;
                            };
                        } | {
                            buy: {
                                /** @description All goods that match one of the lists, or everything; less the exceptions. */
                                goods?: {
                                    categoryIds?: string[];
                                    exceptCategoryIds?: string[];
                                    exceptProductIds?: string[];
                                    exceptReduced?: boolean;
                                    exceptTags?: string[];
                                    productIds?: string[];
                                    tags?: string[];
                                };
                                quantity: number;
                            };
                            get: {
                                /** @description All goods that match one of the lists, or everything; less the exceptions. */
                                goods?: {
                                    categoryIds?: string[];
                                    exceptCategoryIds?: string[];
                                    exceptProductIds?: string[];
                                    exceptReduced?: boolean;
                                    exceptTags?: string[];
                                    productIds?: string[];
                                    tags?: string[];
                                };
                                quantity: number;
                                /** @description Parts per million: 15 % is 150000. */
                                ratePpm: number;
                            };
                            /** @enum {string} */
                            kind: "buy-x-get-y";
                            timesMax?: number;
                        };
                        needs?: {
                            countries?: string[];
                            customerGroupIds?: string[];
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            marketIds?: string[];
                            quantityMin?: number;
                            /** @description Minor units by currency. */
                            valueMin?: {
                                [key: string]: number;
                            };
                        };
                    };
                    /** Format: date-time */
                    startsAt?: string | null;
                    /** @enum {string} */
                    status?: "active" | "paused";
                    /** @description What shoppers read. */
                    title: string;
                    translations?: {
                        [key: string]: {
                            title?: string;
                        };
                    };
                    usesMax?: number | null;
                    usesPerCustomerMax?: number | null;
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
                        id: string;
                    };
                };
            };
        };
    };
    readPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
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
                        budgetCurrency: string | null;
                        budgetMinor: number | null;
                        codeCount: number;
                        /** @enum {string} */
                        combines: "with-all" | "with-none" | "with-listed";
                        combinesWith: string[];
                        createdAt: string;
                        /** Format: date-time */
                        endsAt: string | null;
                        id: string;
                        /** @enum {string} */
                        method: "automatic" | "code";
                        priority: number;
                        /** @description As it was written; see the body of createPromotion. */
                        rule: unknown;
                        /** @description Of its budget, in the budget’s currency. */
                        spentMinor: number;
                        /** Format: date-time */
                        startsAt: string | null;
                        /** @enum {string} */
                        status: "active" | "paused";
                        /** @description What shoppers read. */
                        title: string;
                        translations: {
                            [key: string]: {
                                title?: string;
                            };
                        };
                        uses: number;
                        usesMax: number | null;
                        usesPerCustomerMax: number | null;
                    };
                };
            };
        };
    };
    changePromotion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    budgetCurrency?: string | null;
                    budgetMinor?: number | null;
                    /** @enum {string} */
                    combines?: "with-all" | "with-none" | "with-listed";
                    combinesWith?: string[];
                    /** Format: date-time */
                    endsAt?: string | null;
                    /** @enum {string} */
                    method?: "automatic" | "code";
                    priority?: number;
                    rule?: {
                        gives: {
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            /** @enum {string} */
                            kind: "percent";
                            tiers: {
                                fromQuantity?: number;
                                /** @description Minor units by currency. */
                                fromValue?: {
                                    [key: string]: number;
                                };
                                /** @description Parts per million: 15 % is 150000. */
                                ratePpm: number;
                            }[];
                        } | {
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            /** @enum {string} */
                            kind: "amount";
                            tiers: {
                                /** @description Minor units by currency. */
                                amounts: {
                                    [key: string]: number;
                                };
                                fromQuantity?: number;
                                /** @description Minor units by currency. */
                                fromValue?: {
                                    [key: string]: number;
                                };
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "free-shipping";
                            /** @description Minor units by currency. */
                            upTo?: {
                                [key: string]: number;
                            };
                        } | {
                            buy: {
                                /** @description All goods that match one of the lists, or everything; less the exceptions. */
                                goods?: {
                                    categoryIds?: string[];
                                    exceptCategoryIds?: string[];
                                    exceptProductIds?: string[];
                                    exceptReduced?: boolean;
                                    exceptTags?: string[];
                                    productIds?: string[];
                                    tags?: string[];
                                };
                                quantity: number;
                            };
                            get: {
                                /** @description All goods that match one of the lists, or everything; less the exceptions. */
                                goods?: {
                                    categoryIds?: string[];
                                    exceptCategoryIds?: string[];
                                    exceptProductIds?: string[];
                                    exceptReduced?: boolean;
                                    exceptTags?: string[];
                                    productIds?: string[];
                                    tags?: string[];
                                };
                                quantity: number;
                                /** @description Parts per million: 15 % is 150000. */
                                ratePpm: number;
                            };
                            /** @enum {string} */
                            kind: "buy-x-get-y";
                            timesMax?: number;
                        };
                        needs?: {
                            countries?: string[];
                            customerGroupIds?: string[];
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            marketIds?: string[];
                            quantityMin?: number;
                            /** @description Minor units by currency. */
                            valueMin?: {
                                [key: string]: number;
                            };
                        };
                    };
                    /** Format: date-time */
                    startsAt?: string | null;
                    /** @enum {string} */
                    status?: "active" | "paused";
                    /** @description What shoppers read. */
                    title?: string;
                    translations?: {
                        [key: string]: {
                            title?: string;
                        };
                    };
                    usesMax?: number | null;
                    usesPerCustomerMax?: number | null;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
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
                            code: string;
                            uses: number;
                            usesMax: number | null;
                        }[];
                    };
                };
            };
        };
    };
    addCodes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
            };
            cookie?: never;
        };
        /** @description Either `code`, or `count` with an optional `prefix`. */
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    count?: number;
                    prefix?: string;
                    usesMax?: number | null;
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
                        codes: string[];
                    };
                };
            };
        };
    };
    readPromotionUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                promotionId: string;
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
                        days: {
                            amountMinor: number;
                            currency: string;
                            day: string;
                            uses: number;
                        }[];
                        uses: {
                            amountMinor: number;
                            code: string | null;
                            createdAt: string;
                            currency: string;
                            orderId: string;
                            /** @enum {string} */
                            status: "reserved" | "used" | "released";
                        }[];
                    };
                };
            };
        };
    };
    previewPromotion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        isReduced?: boolean;
                        quantity: number;
                        unitPriceMinor: number;
                        variantId: string;
                    }[];
                    rule: {
                        gives: {
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            /** @enum {string} */
                            kind: "percent";
                            tiers: {
                                fromQuantity?: number;
                                /** @description Minor units by currency. */
                                fromValue?: {
                                    [key: string]: number;
                                };
                                /** @description Parts per million: 15 % is 150000. */
                                ratePpm: number;
                            }[];
                        } | {
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            /** @enum {string} */
                            kind: "amount";
                            tiers: {
                                /** @description Minor units by currency. */
                                amounts: {
                                    [key: string]: number;
                                };
                                fromQuantity?: number;
                                /** @description Minor units by currency. */
                                fromValue?: {
                                    [key: string]: number;
                                };
                            }[];
                        } | {
                            /** @enum {string} */
                            kind: "free-shipping";
                            /** @description Minor units by currency. */
                            upTo?: {
                                [key: string]: number;
                            };
                        } | {
                            buy: {
                                /** @description All goods that match one of the lists, or everything; less the exceptions. */
                                goods?: {
                                    categoryIds?: string[];
                                    exceptCategoryIds?: string[];
                                    exceptProductIds?: string[];
                                    exceptReduced?: boolean;
                                    exceptTags?: string[];
                                    productIds?: string[];
                                    tags?: string[];
                                };
                                quantity: number;
                            };
                            get: {
                                /** @description All goods that match one of the lists, or everything; less the exceptions. */
                                goods?: {
                                    categoryIds?: string[];
                                    exceptCategoryIds?: string[];
                                    exceptProductIds?: string[];
                                    exceptReduced?: boolean;
                                    exceptTags?: string[];
                                    productIds?: string[];
                                    tags?: string[];
                                };
                                quantity: number;
                                /** @description Parts per million: 15 % is 150000. */
                                ratePpm: number;
                            };
                            /** @enum {string} */
                            kind: "buy-x-get-y";
                            timesMax?: number;
                        };
                        needs?: {
                            countries?: string[];
                            customerGroupIds?: string[];
                            /** @description All goods that match one of the lists, or everything; less the exceptions. */
                            goods?: {
                                categoryIds?: string[];
                                exceptCategoryIds?: string[];
                                exceptProductIds?: string[];
                                exceptReduced?: boolean;
                                exceptTags?: string[];
                                productIds?: string[];
                                tags?: string[];
                            };
                            marketIds?: string[];
                            quantityMin?: number;
                            /** @description Minor units by currency. */
                            valueMin?: {
                                [key: string]: number;
                            };
                        };
                    };
                    /** @default 0 */
                    shippingMinor: number;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        because: string | null;
                        currency: string;
                        discountMinor: number;
                        goodsMinor: number;
                        lines: {
                            amountMinor: number;
                            discountMinor: number;
                            quantity: number;
                            title: string;
                            variantId: string;
                        }[];
                        shippingDiscountMinor: number;
                        shippingMinor: number;
                    };
                };
            };
        };
    };
    confirmRestoredCopy: {
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    readShopForStaff: {
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
                        /** @description Set in a restored copy that is not confirmed: when its backup was made. */
                        copyOf: string | null;
                        currency: string;
                        hasSandboxMailbox: boolean;
                        name: string;
                        /** @description In which its days begin, as IANA names it. */
                        timeZone: string;
                    };
                };
            };
        };
    };
    listStock: {
        parameters: {
            query?: {
                cursor?: string;
                filter?: "all" | "low" | "out" | "owed";
                limit?: number;
                locationId?: string;
                /** @description Words of the title, the beginning of a SKU, a whole barcode. */
                q?: string;
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
                        counts: {
                            all: number;
                            low: number;
                            out: number;
                            owed: number;
                        };
                        items: {
                            barcode: string | null;
                            /** @description What can still be promised. */
                            free: number;
                            id: string;
                            /** @description On the way between places. */
                            inTransit: number;
                            lowAt: number;
                            onHand: number;
                            /** @description Sold on backorder and not there: more is promised than there is. */
                            owed: number;
                            productId: string | null;
                            reserved: number;
                            sku: string | null;
                            title: string;
                            variantTitle: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    adjustStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key is the same paper. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        /** @description A SKU or a barcode. */
                        code?: string;
                        inventoryItemId?: string;
                        quantity: number;
                    }[];
                    locationId: string;
                    note?: string;
                    /** @enum {string} */
                    reason: "damaged" | "lost" | "found" | "corrected" | "taken";
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
                        id: string;
                    };
                };
            };
        };
    };
    findStockItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                stockCode: string;
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
                        barcode: string | null;
                        id: string;
                        sku: string | null;
                        title: string;
                        variantTitle: string;
                    };
                };
            };
        };
    };
    startCount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key is the same paper. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locationId: string;
                    note?: string;
                    of: "everything" | "nothing" | string[];
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
                        id: string;
                    };
                };
            };
        };
    };
    applyCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    discardCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    enterCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        /** @description A SKU or a barcode. */
                        code?: string;
                        inventoryItemId?: string;
                        quantity: number;
                    }[];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    recountStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    reviewCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listStockDocuments: {
        parameters: {
            query?: {
                cursor?: string;
                filter?: "all" | "open" | "receipt" | "adjustment" | "transfer" | "count";
                limit?: number;
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
                        items: {
                            counted: number;
                            doneAt: string | null;
                            doneByName: string | null;
                            id: string;
                            items: number;
                            /** @enum {string} */
                            kind: "receipt" | "adjustment" | "transfer" | "count";
                            locationId: string;
                            locationName: string;
                            note: string | null;
                            pieces: number;
                            reason: ("damaged" | "lost" | "found" | "corrected" | "taken") | null;
                            startedAt: string;
                            startedByName: string | null;
                            /** @enum {string} */
                            status: "open" | "review" | "sent" | "done" | "discarded";
                            toLocationId: string | null;
                            toLocationName: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    readStockDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
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
                        counted: number;
                        doneAt: string | null;
                        doneByName: string | null;
                        id: string;
                        items: number;
                        /** @enum {string} */
                        kind: "receipt" | "adjustment" | "transfer" | "count";
                        lines: {
                            arrived: number | null;
                            barcode: string | null;
                            /** @description Of a count, once it is closed: what was believed to lie there when it was counted. */
                            expected: number | null;
                            inventoryItemId: string;
                            quantity: number | null;
                            sku: string | null;
                            title: string;
                            variantTitle: string;
                        }[];
                        locationId: string;
                        locationName: string;
                        note: string | null;
                        pieces: number;
                        reason: ("damaged" | "lost" | "found" | "corrected" | "taken") | null;
                        startedAt: string;
                        startedByName: string | null;
                        /** @enum {string} */
                        status: "open" | "review" | "sent" | "done" | "discarded";
                        toLocationId: string | null;
                        toLocationName: string | null;
                    };
                };
            };
        };
    };
    listStockPlaces: {
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
                        places: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    receiveGoods: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key is the same paper. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        /** @description A SKU or a barcode. */
                        code?: string;
                        inventoryItemId?: string;
                        quantity: number;
                    }[];
                    locationId: string;
                    note?: string;
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
                        id: string;
                    };
                };
            };
        };
    };
    sendTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key is the same paper. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isAtOnce?: boolean;
                    lines: {
                        /** @description A SKU or a barcode. */
                        code?: string;
                        inventoryItemId?: string;
                        quantity: number;
                    }[];
                    locationId: string;
                    note?: string;
                    toLocationId: string;
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
                        id: string;
                    };
                };
            };
        };
    };
    receiveTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines?: {
                        /** @description A SKU or a barcode. */
                        code?: string;
                        inventoryItemId?: string;
                        quantity: number;
                    }[];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    readStockItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
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
                        barcode: string | null;
                        /** @description What lay everywhere at the end of each of the last ninety days. */
                        history: {
                            date: string;
                            onHand: number;
                        }[];
                        id: string;
                        levels: {
                            inTransit: number;
                            locationId: string;
                            name: string;
                            onHand: number;
                            reserved: number;
                        }[];
                        lowAt: number;
                        productId: string | null;
                        sku: string | null;
                        /** @description Variants that take pieces of it; a set takes several. */
                        takenBy: {
                            productId: string;
                            quantity: number;
                            title: string;
                            variantId: string;
                            variantTitle: string;
                        }[];
                        title: string;
                        variantTitle: string;
                    };
                };
            };
        };
    };
    editStockItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lowAt: number;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listMovements: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                locationId?: string;
            };
            header?: never;
            path: {
                itemId: string;
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
                            actorName: string | null;
                            documentId: string | null;
                            id: number;
                            locationId: string;
                            locationName: string;
                            note: string | null;
                            occurredAt: string;
                            onHandAfter: number;
                            orderNumber: number | null;
                            quantity: number;
                            reason: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listStoredValue: {
        parameters: {
            query?: {
                cursor?: string;
                kind?: "gift-card" | "store-credit";
                limit?: number;
                /** @description The last four of a code, or a whole address. */
                q?: string;
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
                        items: {
                            balanceMinor: number;
                            createdAt: string;
                            currency: string;
                            disabled: boolean;
                            expiresAt: string | null;
                            /** @description Promised to orders that are being paid or wait to be sent. */
                            heldMinor: number;
                            holder: {
                                email?: string;
                                name?: string;
                            };
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            lastFour: string | null;
                            soldWithOrderId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    readStoredValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
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
                        balanceMinor: number;
                        createdAt: string;
                        currency: string;
                        disabled: boolean;
                        entries: {
                            actor: string;
                            amountMinor: number;
                            id: number;
                            kind: string;
                            occurredAt: string;
                            orderId: string | null;
                            reason: string | null;
                        }[];
                        expiresAt: string | null;
                        /** @description Promised to orders that are being paid or wait to be sent. */
                        heldMinor: number;
                        holder: {
                            email?: string;
                            name?: string;
                        };
                        id: string;
                        /** @enum {string} */
                        kind: "gift-card" | "store-credit";
                        lastFour: string | null;
                        /** @description Lets its owner spend store credit: for nobody else. */
                        link: string | null;
                        soldWithOrderId: string | null;
                    };
                };
            };
        };
    };
    changeStoredValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Negative to take away. */
                    amountMinor: number;
                    reason: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balanceMinor: number;
                        createdAt: string;
                        currency: string;
                        disabled: boolean;
                        entries: {
                            actor: string;
                            amountMinor: number;
                            id: number;
                            kind: string;
                            occurredAt: string;
                            orderId: string | null;
                            reason: string | null;
                        }[];
                        expiresAt: string | null;
                        /** @description Promised to orders that are being paid or wait to be sent. */
                        heldMinor: number;
                        holder: {
                            email?: string;
                            name?: string;
                        };
                        id: string;
                        /** @enum {string} */
                        kind: "gift-card" | "store-credit";
                        lastFour: string | null;
                        /** @description Lets its owner spend store credit: for nobody else. */
                        link: string | null;
                        soldWithOrderId: string | null;
                    };
                };
            };
        };
    };
    setStoredValueDisabled: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    disabled: boolean;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balanceMinor: number;
                        createdAt: string;
                        currency: string;
                        disabled: boolean;
                        entries: {
                            actor: string;
                            amountMinor: number;
                            id: number;
                            kind: string;
                            occurredAt: string;
                            orderId: string | null;
                            reason: string | null;
                        }[];
                        expiresAt: string | null;
                        /** @description Promised to orders that are being paid or wait to be sent. */
                        heldMinor: number;
                        holder: {
                            email?: string;
                            name?: string;
                        };
                        id: string;
                        /** @enum {string} */
                        kind: "gift-card" | "store-credit";
                        lastFour: string | null;
                        /** @description Lets its owner spend store credit: for nobody else. */
                        link: string | null;
                        soldWithOrderId: string | null;
                    };
                };
            };
        };
    };
    issueGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In minor units. */
                    amountMinor: number;
                    currency: string;
                    /** Format: email */
                    email?: string;
                    /** Format: date-time */
                    expiresAt?: string;
                    name?: string;
                    reason: string;
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
                        code: string;
                        id: string;
                    };
                };
            };
        };
    };
    giveStoreCredit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In minor units. */
                    amountMinor: number;
                    currency: string;
                    /** Format: email */
                    email: string;
                    reason: string;
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
                        balanceMinor: number;
                        createdAt: string;
                        currency: string;
                        disabled: boolean;
                        entries: {
                            actor: string;
                            amountMinor: number;
                            id: number;
                            kind: string;
                            occurredAt: string;
                            orderId: string | null;
                            reason: string | null;
                        }[];
                        expiresAt: string | null;
                        /** @description Promised to orders that are being paid or wait to be sent. */
                        heldMinor: number;
                        holder: {
                            email?: string;
                            name?: string;
                        };
                        id: string;
                        /** @enum {string} */
                        kind: "gift-card" | "store-credit";
                        lastFour: string | null;
                        /** @description Lets its owner spend store credit: for nobody else. */
                        link: string | null;
                        soldWithOrderId: string | null;
                    };
                };
            };
        };
    };
    readSummary: {
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
                        currency: string;
                        /** @description The last thirty days, today included, the oldest first. */
                        days: {
                            date: string;
                            orders: number;
                            totalMinor: number;
                        }[];
                        deadDeliveries: number;
                        /** @description Reserved money that lapses within a day and cannot be renewed. */
                        expiringPayments: number;
                        failedMessages: number;
                        lapsedPayments: number;
                        lowStock: {
                            available: number;
                            productId: string;
                            title: string;
                            variantTitle: string;
                        }[];
                        oldestToShipAt: string | null;
                        openDisputes: number;
                        today: {
                            date: string;
                            orders: number;
                            totalMinor: number;
                        };
                        toShip: number;
                        unclearPayments: number;
                        weekAgo: {
                            date: string;
                            orders: number;
                            totalMinor: number;
                        };
                    };
                };
            };
        };
    };
    listVariantItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variantId: string;
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
                            free: number;
                            inventoryItemId: string;
                            quantity: number;
                            sku: string | null;
                            title: string | null;
                            variantTitle: string | null;
                        }[];
                    };
                };
            };
        };
    };
    saveVariantItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        inventoryItemId: string;
                        quantity: number;
                    }[];
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    changePrice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    compareAtMinor?: number | null;
                    priceMinor: number;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    changeStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locationId: string;
                    note?: string;
                    /** @description What lies there now; with the reason `received`, what came in. */
                    quantity: number;
                    /** @enum {string} */
                    reason: "counted" | "received" | "adjusted";
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    resendWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listWebhooks: {
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
                        eventTypes: string[];
                        items: {
                            createdAt: string;
                            description: string;
                            eventTypes: string[];
                            /** @description In a row, up to now. */
                            failures: number;
                            id: string;
                            /** @description It failed often, and is left alone until then. */
                            restingUntil: string | null;
                            /** @enum {string} */
                            status: "active" | "paused" | "gone";
                            url: string;
                            /** @description Deliveries that have not arrived yet. */
                            waiting: number;
                        }[];
                    };
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    eventTypes: ("order.placed" | "order.declined" | "order.changed" | "order.canceled" | "order.refunded" | "order.shipped" | "order.ready-for-pickup" | "order.delivered" | "payment.captured" | "payment.voided" | "payment.refunded" | "product.changed" | "price.changed" | "stock.availability-changed")[];
                    url: string;
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
                        id: string;
                        secret: string;
                    };
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
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
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    eventTypes?: ("order.placed" | "order.declined" | "order.changed" | "order.canceled" | "order.refunded" | "order.shipped" | "order.ready-for-pickup" | "order.delivered" | "payment.captured" | "payment.voided" | "payment.refunded" | "product.changed" | "price.changed" | "stock.availability-changed")[];
                    isPaused?: boolean;
                    url?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                status?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                endpointId: string;
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
                            attempts: number;
                            body: string;
                            createdAt: string;
                            /** @description The `webhook-id` that the receiver sees; the same in every try. */
                            id: string;
                            log: {
                                attemptedAt: string;
                                problem: string | null;
                                status: number | null;
                                tookMs: number;
                            }[];
                            nextAttemptAt: string | null;
                            /** @enum {string} */
                            status: "waiting" | "delivered" | "failed";
                            type: string;
                        }[];
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
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
                        secret: string;
                    };
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveryId: string;
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
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
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
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
                        codes: {
                            /**
                             * @description Why it takes nothing.
                             * @enum {string|null}
                             */
                            because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                            code: string;
                            isApplied: boolean;
                            title: string | null;
                        }[];
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
                            giftRecipient: {
                                email?: string;
                                message?: string;
                                name?: string;
                            } | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        /** @description Which promotion takes how much, in the order of application. */
                        discounts: {
                            amountMinor: number;
                            /** @description Null for one that applies by itself. */
                            code: string | null;
                            lines: {
                                amountMinor: number;
                                lineId: string;
                            }[];
                            /** @description The part that is taken from shipping. */
                            shippingMinor: number;
                            title: string;
                        }[];
                        /** @description What is left of the total after them, to be paid by card. */
                        dueMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            /** @description What promotions take from this line. */
                            discountMinor: number;
                            id: string;
                            isGiftCard: boolean;
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
                            /** @description Before discounts. */
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
                        /** @description Gift cards and store credit that it is to be paid with. */
                        tenders: {
                            /** @description What of the total it pays. */
                            amountMinor: number;
                            /** @description What is on it now; 0 when it cannot be used any more. */
                            availableMinor: number;
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            /** @description Of the code of a gift card. */
                            lastFour: string | null;
                        }[];
                        totals: {
                            /** @description From lines and shipping together. */
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            /** @description The part of it that is taken from shipping. */
                            shippingDiscountMinor: number;
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
                    /** @description Who gets the gift cards in it, where it is not the buyer. */
                    giftRecipient?: {
                        email?: string;
                        message?: string;
                        name?: string;
                    };
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
                        codes: {
                            /**
                             * @description Why it takes nothing.
                             * @enum {string|null}
                             */
                            because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                            code: string;
                            isApplied: boolean;
                            title: string | null;
                        }[];
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
                            giftRecipient: {
                                email?: string;
                                message?: string;
                                name?: string;
                            } | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        /** @description Which promotion takes how much, in the order of application. */
                        discounts: {
                            amountMinor: number;
                            /** @description Null for one that applies by itself. */
                            code: string | null;
                            lines: {
                                amountMinor: number;
                                lineId: string;
                            }[];
                            /** @description The part that is taken from shipping. */
                            shippingMinor: number;
                            title: string;
                        }[];
                        /** @description What is left of the total after them, to be paid by card. */
                        dueMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            /** @description What promotions take from this line. */
                            discountMinor: number;
                            id: string;
                            isGiftCard: boolean;
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
                            /** @description Before discounts. */
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
                        /** @description Gift cards and store credit that it is to be paid with. */
                        tenders: {
                            /** @description What of the total it pays. */
                            amountMinor: number;
                            /** @description What is on it now; 0 when it cannot be used any more. */
                            availableMinor: number;
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            /** @description Of the code of a gift card. */
                            lastFour: string | null;
                        }[];
                        totals: {
                            /** @description From lines and shipping together. */
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            /** @description The part of it that is taken from shipping. */
                            shippingDiscountMinor: number;
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
    enterCode: {
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
                    code: string;
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
                        codes: {
                            /**
                             * @description Why it takes nothing.
                             * @enum {string|null}
                             */
                            because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                            code: string;
                            isApplied: boolean;
                            title: string | null;
                        }[];
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
                            giftRecipient: {
                                email?: string;
                                message?: string;
                                name?: string;
                            } | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        /** @description Which promotion takes how much, in the order of application. */
                        discounts: {
                            amountMinor: number;
                            /** @description Null for one that applies by itself. */
                            code: string | null;
                            lines: {
                                amountMinor: number;
                                lineId: string;
                            }[];
                            /** @description The part that is taken from shipping. */
                            shippingMinor: number;
                            title: string;
                        }[];
                        /** @description What is left of the total after them, to be paid by card. */
                        dueMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            /** @description What promotions take from this line. */
                            discountMinor: number;
                            id: string;
                            isGiftCard: boolean;
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
                            /** @description Before discounts. */
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
                        /** @description Gift cards and store credit that it is to be paid with. */
                        tenders: {
                            /** @description What of the total it pays. */
                            amountMinor: number;
                            /** @description What is on it now; 0 when it cannot be used any more. */
                            availableMinor: number;
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            /** @description Of the code of a gift card. */
                            lastFour: string | null;
                        }[];
                        totals: {
                            /** @description From lines and shipping together. */
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            /** @description The part of it that is taken from shipping. */
                            shippingDiscountMinor: number;
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
    removeCode: {
        parameters: {
            query?: never;
            header: {
                /** @description The secret that came with the new cart. */
                "x-cart-token": string;
            };
            path: {
                cartId: string;
                code: string;
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
                        codes: {
                            /**
                             * @description Why it takes nothing.
                             * @enum {string|null}
                             */
                            because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                            code: string;
                            isApplied: boolean;
                            title: string | null;
                        }[];
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
                            giftRecipient: {
                                email?: string;
                                message?: string;
                                name?: string;
                            } | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        /** @description Which promotion takes how much, in the order of application. */
                        discounts: {
                            amountMinor: number;
                            /** @description Null for one that applies by itself. */
                            code: string | null;
                            lines: {
                                amountMinor: number;
                                lineId: string;
                            }[];
                            /** @description The part that is taken from shipping. */
                            shippingMinor: number;
                            title: string;
                        }[];
                        /** @description What is left of the total after them, to be paid by card. */
                        dueMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            /** @description What promotions take from this line. */
                            discountMinor: number;
                            id: string;
                            isGiftCard: boolean;
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
                            /** @description Before discounts. */
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
                        /** @description Gift cards and store credit that it is to be paid with. */
                        tenders: {
                            /** @description What of the total it pays. */
                            amountMinor: number;
                            /** @description What is on it now; 0 when it cannot be used any more. */
                            availableMinor: number;
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            /** @description Of the code of a gift card. */
                            lastFour: string | null;
                        }[];
                        totals: {
                            /** @description From lines and shipping together. */
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            /** @description The part of it that is taken from shipping. */
                            shippingDiscountMinor: number;
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
    placeOrder: {
        parameters: {
            query?: never;
            header: {
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
                    /** @description What the shopper was shown to be left to pay after gift cards; another sum is refused. */
                    expectedDueMinor?: number;
                    /** @description What the shopper was shown; another total is refused. */
                    expectedTotalMinor?: number;
                    /** @default sandbox-bank */
                    paymentProvider?: string;
                    /** @description The provider's token for a card. Without it, the shopper pays on the provider's page. */
                    paymentToken?: string;
                    /** @description Where to return to from that page; {orderId} and {orderKey} are filled in. */
                    returnUrl?: string;
                    /** @description The customer agrees to have this card kept by its token. */
                    saveCard?: boolean;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: {
                            currency: string;
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        };
                        /** @description Opens the order for its buyer. */
                        orderKey: string;
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
                        order: {
                            currency: string;
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        };
                        /** @description Opens the order for its buyer. */
                        orderKey: string;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description True for such a proof (3-D Secure), which may be shown in a frame. */
                        isChallenge: boolean;
                        order: {
                            currency: string;
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        };
                        orderKey: string;
                        /** @description Where the shopper pays, or proves to the bank of the card who is paying. */
                        redirectUrl: string;
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
            /** @description What the cart holds now; read the cart itself for everything else. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        /** @description At the prices that were shown, before shipping. */
                        goodsMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            id: string;
                            quantity: number;
                            unitPriceMinor: number;
                            variantId: string;
                        }[];
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
            /** @description What the cart holds now; read the cart itself for everything else. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        /** @description At the prices that were shown, before shipping. */
                        goodsMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            id: string;
                            quantity: number;
                            unitPriceMinor: number;
                            variantId: string;
                        }[];
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
            /** @description What the cart holds now; read the cart itself for everything else. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        /** @description At the prices that were shown, before shipping. */
                        goodsMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            id: string;
                            quantity: number;
                            unitPriceMinor: number;
                            variantId: string;
                        }[];
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
    addTender: {
        parameters: {
            query?: never;
            header: {
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
                    code?: string;
                    key?: string;
                    storeCreditId?: string;
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
                        codes: {
                            /**
                             * @description Why it takes nothing.
                             * @enum {string|null}
                             */
                            because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                            code: string;
                            isApplied: boolean;
                            title: string | null;
                        }[];
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
                            giftRecipient: {
                                email?: string;
                                message?: string;
                                name?: string;
                            } | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        /** @description Which promotion takes how much, in the order of application. */
                        discounts: {
                            amountMinor: number;
                            /** @description Null for one that applies by itself. */
                            code: string | null;
                            lines: {
                                amountMinor: number;
                                lineId: string;
                            }[];
                            /** @description The part that is taken from shipping. */
                            shippingMinor: number;
                            title: string;
                        }[];
                        /** @description What is left of the total after them, to be paid by card. */
                        dueMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            /** @description What promotions take from this line. */
                            discountMinor: number;
                            id: string;
                            isGiftCard: boolean;
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
                            /** @description Before discounts. */
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
                        /** @description Gift cards and store credit that it is to be paid with. */
                        tenders: {
                            /** @description What of the total it pays. */
                            amountMinor: number;
                            /** @description What is on it now; 0 when it cannot be used any more. */
                            availableMinor: number;
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            /** @description Of the code of a gift card. */
                            lastFour: string | null;
                        }[];
                        totals: {
                            /** @description From lines and shipping together. */
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            /** @description The part of it that is taken from shipping. */
                            shippingDiscountMinor: number;
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
    removeTender: {
        parameters: {
            query?: never;
            header: {
                "x-cart-token": string;
            };
            path: {
                cartId: string;
                tenderId: string;
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
                        codes: {
                            /**
                             * @description Why it takes nothing.
                             * @enum {string|null}
                             */
                            because: "not-valid" | "not-here" | "not-enough" | "not-these-goods" | "not-together" | null;
                            code: string;
                            isApplied: boolean;
                            title: string | null;
                        }[];
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
                            giftRecipient: {
                                email?: string;
                                message?: string;
                                name?: string;
                            } | null;
                            name: string | null;
                            phone: string | null;
                        };
                        country: string;
                        currency: string;
                        /** @description Which promotion takes how much, in the order of application. */
                        discounts: {
                            amountMinor: number;
                            /** @description Null for one that applies by itself. */
                            code: string | null;
                            lines: {
                                amountMinor: number;
                                lineId: string;
                            }[];
                            /** @description The part that is taken from shipping. */
                            shippingMinor: number;
                            title: string;
                        }[];
                        /** @description What is left of the total after them, to be paid by card. */
                        dueMinor: number;
                        id: string;
                        itemCount: number;
                        lines: {
                            /** @enum {string} */
                            availability: "in-stock" | "low" | "sold-out";
                            compareAtMinor: number | null;
                            /** @description What promotions take from this line. */
                            discountMinor: number;
                            id: string;
                            isGiftCard: boolean;
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
                            /** @description Before discounts. */
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
                        /** @description Gift cards and store credit that it is to be paid with. */
                        tenders: {
                            /** @description What of the total it pays. */
                            amountMinor: number;
                            /** @description What is on it now; 0 when it cannot be used any more. */
                            availableMinor: number;
                            id: string;
                            /** @enum {string} */
                            kind: "gift-card" | "store-credit";
                            /** @description Of the code of a gift card. */
                            lastFour: string | null;
                        }[];
                        totals: {
                            /** @description From lines and shipping together. */
                            discountMinor: number;
                            goodsMinor: number;
                            /** @description Against the former prices. */
                            savedMinor: number;
                            /** @description The part of it that is taken from shipping. */
                            shippingDiscountMinor: number;
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
    checkGiftCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    key?: string;
                    storeCreditId?: string;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        availableMinor: number;
                        currency: string;
                        expiresAt: string | null;
                        /** @enum {string} */
                        kind: "gift-card" | "store-credit";
                        lastFour: string | null;
                    };
                };
            };
        };
    };
    readOrder: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: {
                "x-order-key"?: string;
            };
            path: {
                orderId: string;
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
                        canceledAt: string | null;
                        contact: {
                            address?: {
                                city?: string;
                                country?: string;
                                line1?: string;
                                line2?: string;
                                postcode?: string;
                                region?: string;
                            };
                            email: string;
                            name?: string;
                            phone?: string;
                        };
                        country: string;
                        createdAt: string;
                        currency: string;
                        deliverFrom: string | null;
                        deliverUntil: string | null;
                        /** @description From lines and shipping together. */
                        discountMinor: number;
                        /** @description Which promotion took how much, and of what. */
                        discounts: {
                            amountMinor: number;
                            code: string | null;
                            /** @description Null: from shipping. */
                            orderLineId: string | null;
                            promotionId: string;
                            title: string;
                        }[];
                        /** @enum {string} */
                        fulfillmentStatus: "unfulfilled" | "partly-shipped" | "shipped" | "delivered";
                        goodsMinor: number;
                        id: string;
                        lines: {
                            /** @description Taken out after it was ordered. */
                            canceledQuantity: number;
                            discountMinor: number;
                            fulfilledQuantity: number;
                            id: string;
                            image: {
                                hash: string;
                                height: number;
                                placeholderColor: string;
                                width: number;
                                widths: number[];
                            } | null;
                            isGiftCard: boolean;
                            productId: string | null;
                            quantity: number;
                            /** @description Given back of what was paid for this line. */
                            refundedMinor: number;
                            refundedQuantity: number;
                            sku: string | null;
                            subtotalMinor: number;
                            taxMinor: number;
                            taxName: string;
                            taxRatePpm: number;
                            title: string;
                            /** @description What was paid for this line, tax and discount included. */
                            totalMinor: number;
                            unitPriceMinor: number;
                            variantId: string | null;
                            variantTitle: string;
                        }[];
                        locale: string;
                        marketId: string;
                        /** @description What people call it by; given when it is placed. */
                        number: number | null;
                        payments: {
                            amountMinor: number;
                            authorizedMinor: number;
                            capturedMinor: number;
                            declineCode: string | null;
                            id: string;
                            method: {
                                brand?: string;
                                last4?: string;
                                type?: string;
                            };
                            provider: string;
                            refundedMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "unknown" | "action-required" | "authorized" | "captured" | "declined" | "voided" | "refunded";
                        }[];
                        placedAt: string | null;
                        pricesIncludeTax: boolean;
                        /** @description Given back of the total. */
                        refundedMinor: number;
                        refundedShippingMinor: number;
                        refunds: {
                            actor: string;
                            /** @description Tax and delivery included. */
                            amountMinor: number;
                            createdAt: string;
                            currency: string;
                            finishedAt: string | null;
                            id: string;
                            isRestocked: boolean;
                            /** @enum {string} */
                            kind: "refund" | "cancellation";
                            lines: {
                                amountMinor: number;
                                orderLineId: string;
                                quantity: number;
                                taxMinor: number;
                            }[];
                            orderId: string;
                            payments: {
                                amountMinor: number;
                                paymentId: string;
                            }[];
                            reason: string;
                            /** @description What the providers would not give back. */
                            refusedMinor: number;
                            shippingMinor: number;
                            shippingTaxMinor: number;
                            /** @enum {string} */
                            status: "recorded" | "refunded" | "failed";
                            taxMinor: number;
                        }[];
                        /** @description How often it was changed after it was placed. */
                        revision: number;
                        shipping: {
                            carrier: string | null;
                            code: string;
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
                        } | null;
                        /** @description The part of it that was taken from shipping. */
                        shippingDiscountMinor: number;
                        shippingMinor: number;
                        shippingTaxMinor: number;
                        /** @enum {string} */
                        status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                        taxLines: {
                            name: string;
                            /** @description Parts per million: 19 % is 190000. */
                            ratePpm: number;
                            taxMinor: number;
                        }[];
                        taxMinor: number;
                        timeline: {
                            actor: string | null;
                            at: string;
                            details: {
                                [key: string]: unknown;
                            };
                            /** @description What happened: order.placed, payment.captured, fulfillment.shipped ... */
                            type: string;
                        }[];
                        totalMinor: number;
                    };
                };
            };
        };
    };
    confirmPayment: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: {
                "x-order-key"?: string;
            };
            path: {
                orderId: string;
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
                        order: {
                            currency: string;
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        };
                        /** @description Opens the order for its buyer. */
                        orderKey: string;
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
                        order: {
                            currency: string;
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        };
                        /** @description Opens the order for its buyer. */
                        orderKey: string;
                    };
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description True for such a proof (3-D Secure), which may be shown in a frame. */
                        isChallenge: boolean;
                        order: {
                            currency: string;
                            id: string;
                            number: number | null;
                            /** @enum {string} */
                            status: "awaiting-payment" | "placed" | "declined" | "canceled" | "completed";
                            totalMinor: number;
                        };
                        orderKey: string;
                        /** @description Where the shopper pays, or proves to the bank of the card who is paying. */
                        redirectUrl: string;
                    };
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: {
                "x-order-key"?: string;
            };
            path: {
                orderId: string;
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
                            currency: string;
                            id: string;
                            issuedAt: string;
                            /** @enum {string} */
                            kind: "invoice" | "credit-note";
                            /** @description As it stands on the paper: INV-17. */
                            name: string;
                            orderId: string;
                            totalMinor: number;
                        }[];
                    };
                };
            };
        };
    };
    readInvoice: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: {
                "x-order-key"?: string;
            };
            path: {
                invoiceId: string;
                orderId: string;
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
            /** @description The paper. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    listSavedMethods: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: {
                "x-order-key"?: string;
            };
            path: {
                orderId: string;
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
                            brand: string;
                            createdAt: string;
                            expMonth: number;
                            expYear: number;
                            id: string;
                            last4: string;
                            provider: string;
                        }[];
                    };
                };
            };
        };
    };
    forgetSavedMethod: {
        parameters: {
            query?: {
                key?: string;
            };
            header?: {
                "x-order-key"?: string;
            };
            path: {
                methodId: string;
                orderId: string;
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
                        forgotten: boolean;
                    };
                };
            };
        };
    };
    hearProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
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
                        heard: boolean;
                    };
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
                            /** @description What one costs from so many on. */
                            priceSteps: {
                                amountMinor: number;
                                quantityMin: number;
                            }[];
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
                /** @description The language of texts; the shop's own where one is missing. */
                locale?: string;
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
                            /** @enum {string} */
                            kind: "category";
                            slug: string;
                            title: string;
                        } | {
                            /** @enum {string} */
                            kind: "product";
                            product: components["schemas"]["ProductTile"];
                            title: string;
                        })[];
                    };
                };
            };
        };
    };
    listDeliveryOptions: {
        parameters: {
            query?: {
                /** @description The shop's own where it is left out. */
                country?: string;
                /** @description The language of texts; the shop's own where one is missing. */
                locale?: string;
            };
            header?: never;
            path: {
                variantId: string;
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
}
