/** The outer JSON around encrypted Data, sealed and opened. */
@NullMarked
package ecpay.adapter.http.envelope;

import org.jspecify.annotations.NullMarked;
