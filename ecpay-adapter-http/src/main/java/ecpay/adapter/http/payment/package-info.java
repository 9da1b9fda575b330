/** ECPG: tokens, payments, their queries and notices. */
@NullMarked
package ecpay.adapter.http.payment;

import org.jspecify.annotations.NullMarked;
