/** What can be done with notices. */
@NullMarked
package ecpay.domain.notification.usecase;

import org.jspecify.annotations.NullMarked;
