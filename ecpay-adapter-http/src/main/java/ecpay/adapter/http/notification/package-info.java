/** Notices that ECPay sends to buyers. */
@NullMarked
package ecpay.adapter.http.notification;

import org.jspecify.annotations.NullMarked;
