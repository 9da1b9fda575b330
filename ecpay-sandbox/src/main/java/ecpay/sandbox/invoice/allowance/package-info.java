/** Allowances: asked for, consented to, cancelled, voided and found (invoice-b2c.md section 7). */
@NullMarked
package ecpay.sandbox.invoice.allowance;

import org.jspecify.annotations.NullMarked;
