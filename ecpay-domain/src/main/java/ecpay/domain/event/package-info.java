/** What happened, once per fact: the append-only spine that timelines and integrations read. */
@NullMarked
package ecpay.domain.event;

import org.jspecify.annotations.NullMarked;
