/** ECPay's statement files beside our books, for a person who does something about it. */
@NullMarked
package ecpay.app.web.console.reconciliation;

import org.jspecify.annotations.NullMarked;
