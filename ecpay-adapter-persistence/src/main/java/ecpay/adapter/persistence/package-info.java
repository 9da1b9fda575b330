/** Keeps everything in PostgreSQL. */
@NullMarked
package ecpay.adapter.persistence;

import org.jspecify.annotations.NullMarked;
