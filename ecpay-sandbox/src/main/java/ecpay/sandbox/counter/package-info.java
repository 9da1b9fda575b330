/** The bank and shop counter: where accounts, codes and barcodes of both ways to pay are paid. */
@NullMarked
package ecpay.sandbox.counter;

import org.jspecify.annotations.NullMarked;
