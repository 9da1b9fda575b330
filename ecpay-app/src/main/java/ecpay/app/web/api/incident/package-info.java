/** What a person must look at, over the API. */
@NullMarked
package ecpay.app.web.api.incident;

import org.jspecify.annotations.NullMarked;
