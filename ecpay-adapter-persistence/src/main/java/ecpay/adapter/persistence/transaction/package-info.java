/**
 * The unit of work of a thread, and which locks it holds.
 *
 * <p>Whoever changes what belongs to an order first locks the order's row and holds it until the
 * transaction ends. Within an order there is only this one lock, so there is no second one to wait
 * for in another sequence and no deadlock; and nobody can write on the ground of something stale,
 * because the repositories refuse a change without the lock. The tracks of a merchant have a lock
 * of their own, which is never taken together with an order's. Transactions are READ COMMITTED:
 * what is read under the lock is the newest state.
 */
@NullMarked
package ecpay.adapter.persistence.transaction;

import org.jspecify.annotations.NullMarked;
