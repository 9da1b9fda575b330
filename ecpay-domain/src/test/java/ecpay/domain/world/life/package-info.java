/** Orders that are lived at random: who pays, who gives back, and what an auditor reads of it. */
@NullMarked
package ecpay.domain.world.life;

import org.jspecify.annotations.NullMarked;
