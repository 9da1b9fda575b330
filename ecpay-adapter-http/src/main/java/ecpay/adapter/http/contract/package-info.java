/** Periodic contracts, of ECPG and of AIO: their queries, their actions and their notices. */
@NullMarked
package ecpay.adapter.http.contract;

import org.jspecify.annotations.NullMarked;
