/** What can be done with payments: open, submit, record a notice, settle. */
@NullMarked
package ecpay.domain.payment.usecase;

import org.jspecify.annotations.NullMarked;
