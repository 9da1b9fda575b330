/** Number tracks: what the government allots, and what of it is added and enabled. */
@NullMarked
package ecpay.adapter.http.track;

import org.jspecify.annotations.NullMarked;
