/** What ECPay calls: authenticate, record, acknowledge; nothing else. */
@NullMarked
package ecpay.app.web.callback;

import org.jspecify.annotations.NullMarked;
