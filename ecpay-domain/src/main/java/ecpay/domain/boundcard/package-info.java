/** The cards that a merchant's members have bound at ECPay, to pay without a form. */
@NullMarked
package ecpay.domain.boundcard;

import org.jspecify.annotations.NullMarked;
