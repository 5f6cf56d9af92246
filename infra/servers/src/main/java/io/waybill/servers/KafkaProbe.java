package io.waybill.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker who is there, in Kafka's protocol (request 3, Metadata, version 0): it lists itself only once it takes
 * on work, which is later than it takes connections. Written out here, because the client's library would bring a
 * hundred classes to life for one question.
 */
record KafkaProbe(int port) {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final short METADATA = 3;
    private static final short VERSION_0 = 0;
    private static final int REQUEST_BYTES = 14;

    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(METADATA);
            request.writeShort(VERSION_0);
            request.writeInt(1); // correlation id
            request.writeShort(-1); // no client id
            request.writeInt(0); // no topics named: all of them
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            answer.readInt(); // size
            answer.readInt(); // correlation id
            int brokers = answer.readInt();
            return brokers > 0;
        } catch (IOException notYet) {
            return false;
        }
    }
}
