/** What a buyer fills in: cards, and what each test card leads to. */
@NullMarked
package ecpay.sandbox.payment.form;

import org.jspecify.annotations.NullMarked;
