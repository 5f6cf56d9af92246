/** The internal command endpoint, for sagas: gRPC. Strangers come over HTTP. */
@NullMarked
package io.waybill.command.rpc;

import org.jspecify.annotations.NullMarked;
