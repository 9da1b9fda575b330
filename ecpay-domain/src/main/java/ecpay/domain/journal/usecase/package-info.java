/** What calls to ECPay have in common, whatever they change. */
@NullMarked
package ecpay.domain.journal.usecase;

import org.jspecify.annotations.NullMarked;
