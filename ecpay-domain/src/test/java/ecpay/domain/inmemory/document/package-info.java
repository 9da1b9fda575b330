/**
 * In memory: invoices, allowances, what the buyer is told of them, their number tracks and checks.
 */
@NullMarked
package ecpay.domain.inmemory.document;

import org.jspecify.annotations.NullMarked;
