/** What can be done with refunds: ask for one, walk it, continue or cancel it, pay it by hand. */
@NullMarked
package ecpay.domain.refund.usecase;

import org.jspecify.annotations.NullMarked;
