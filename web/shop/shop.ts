import './cart-count.ts'
import './picture-transition.ts'
import './suggestions.ts'
