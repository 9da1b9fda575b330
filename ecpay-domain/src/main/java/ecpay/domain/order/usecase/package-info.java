/** What can be done with orders. */
@NullMarked
package ecpay.domain.order.usecase;

import org.jspecify.annotations.NullMarked;
