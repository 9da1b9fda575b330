/** Orders over the API: place or preview one, look at it, pay it. */
@NullMarked
package ecpay.app.web.api.order;

import org.jspecify.annotations.NullMarked;
