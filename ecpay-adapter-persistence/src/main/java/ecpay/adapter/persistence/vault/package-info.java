/** Keeps what must not stand in the books in plain text: the ids of members' bound cards. */
@NullMarked
package ecpay.adapter.persistence.vault;

import org.jspecify.annotations.NullMarked;
