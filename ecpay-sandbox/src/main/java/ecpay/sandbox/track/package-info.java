/** The operations of word and number tracks (invoice-b2c.md section 9). */
@NullMarked
package ecpay.sandbox.track;

import org.jspecify.annotations.NullMarked;
