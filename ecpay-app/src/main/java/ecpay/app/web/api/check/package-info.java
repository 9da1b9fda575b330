/** What the tax authority knows of a buyer, over the API. */
@NullMarked
package ecpay.app.web.api.check;

import org.jspecify.annotations.NullMarked;
