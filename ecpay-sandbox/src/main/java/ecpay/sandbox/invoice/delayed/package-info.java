/** Invoices that are issued later: by the calendar or by a trigger, and told of when issued. */
@NullMarked
package ecpay.sandbox.invoice.delayed;

import org.jspecify.annotations.NullMarked;
