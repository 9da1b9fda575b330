/**
 * The ports in memory, for tests of use cases: one lock, everything undone when the work throws,
 * and as strict as the database about transactions, locks and unique numbers.
 */
@NullMarked
package ecpay.domain.inmemory;

import org.jspecify.annotations.NullMarked;
