/**
 * What stands on an invoice: its lines, its taxation, who it is for, and how all that follows from
 * an order. It knows no state.
 */
@NullMarked
package ecpay.domain.invoice.document;

import org.jspecify.annotations.NullMarked;
