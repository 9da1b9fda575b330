/**
 * Keeps everything in PostgreSQL: one table and one repository per port.
 *
 * <p>Every change is made inside a transaction that holds the lock of what it changes; the rooms
 * below hold the transactions, the columns, the documents, and the books that stand on their own.
 * They know nothing of this room, which puts them together.
 *
 * <p>Times are kept in whole microseconds; what is finer is cut off. Callers that compare times
 * with what they read take theirs from a clock that ticks in microseconds.
 */
@NullMarked
package ecpay.adapter.persistence;

import org.jspecify.annotations.NullMarked;
