/**
 * Keeps everything in PostgreSQL: one table and one repository per port.
 *
 * <p>Whoever changes what belongs to an order first locks the order's row and holds it until the
 * transaction ends. Within an order there is only this one lock, so there is no second one to wait
 * for in another sequence and no deadlock; and nobody can write on the ground of something stale,
 * because the repositories refuse a change without the lock. The tracks of a merchant have a lock
 * of their own, which is never taken together with an order's. Transactions are READ COMMITTED:
 * what is read under the lock is the newest state.
 *
 * <p>Times are kept in whole microseconds; what is finer is cut off. Callers that compare times
 * with what they read take theirs from a clock that ticks in microseconds.
 */
@NullMarked
package ecpay.adapter.persistence;

import org.jspecify.annotations.NullMarked;
