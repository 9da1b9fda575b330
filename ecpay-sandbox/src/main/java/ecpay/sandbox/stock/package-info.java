/**
 * The invoice numbers: what the government has allotted to whom, the tracks made of it, and the
 * drawing of the next number.
 */
@NullMarked
package ecpay.sandbox.stock;

import org.jspecify.annotations.NullMarked;
