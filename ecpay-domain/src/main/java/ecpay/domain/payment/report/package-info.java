/** What ECPay tells of a trade, by callback or query, in the words of the domain. */
@NullMarked
package ecpay.domain.payment.report;

import org.jspecify.annotations.NullMarked;
