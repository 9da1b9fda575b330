/** The government's number tracks over the API. */
@NullMarked
package ecpay.app.web.api.track;

import org.jspecify.annotations.NullMarked;
