import { expectedErrors } from '../../platform/errors.ts'

export const errors = expectedErrors('catalog', {
  productNotFound: { status: 404, say: 'There is no such product.' },
  variantNotFound: { status: 404, say: 'There is no such variant.' },
  categoryNotFound: { status: 404, say: 'There is no such category.' },
  skuTaken: { status: 409, say: 'The SKU {sku} belongs to another variant ({product}).' },
  invalidProduct: { status: 422, say: 'The product {slug} is not right: {reason}.' },
})
