/** Allowances over HTTP: asked for, undone, found. */
@NullMarked
package ecpay.sandbox.invoice.allowance;

import org.jspecify.annotations.NullMarked;
