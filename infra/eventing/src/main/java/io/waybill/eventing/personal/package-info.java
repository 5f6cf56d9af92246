/**
 * Personal data in events: stored sealed, each subject's under a key of its own, and forgotten with that key, so that an
 * event never changes. Which data is personal, and whose, the contract and the services say.
 */
@NullMarked
package io.waybill.eventing.personal;

import org.jspecify.annotations.NullMarked;
