/** ECPay's statement files beside our books: reports, their differences, and the fees. */
@NullMarked
package ecpay.app.web.api.reconciliation;

import org.jspecify.annotations.NullMarked;
