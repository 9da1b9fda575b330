/** Cards that are bound to members at ECPay: binding, listing, paying, deleting. */
@NullMarked
package ecpay.adapter.http.boundcard;

import org.jspecify.annotations.NullMarked;
