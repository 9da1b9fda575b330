/** How a person is reached: email addresses and telephone numbers as ECPay accepts them. */
@NullMarked
package ecpay.domain.contact;

import org.jspecify.annotations.NullMarked;
