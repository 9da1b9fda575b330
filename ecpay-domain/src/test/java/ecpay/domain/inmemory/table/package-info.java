/** Rows in memory under one lock: what a transaction changes is undone when its work throws. */
@NullMarked
package ecpay.domain.inmemory.table;

import org.jspecify.annotations.NullMarked;
