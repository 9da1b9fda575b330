/** ECPG, the in-site payment: its operations, the buyer's pages and the notices that follow. */
@NullMarked
package ecpay.sandbox.payment;

import org.jspecify.annotations.NullMarked;
