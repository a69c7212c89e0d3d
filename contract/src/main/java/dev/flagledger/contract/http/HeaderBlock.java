package dev.flagledger.contract.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * Several header fields that the server takes for one, and writes as the lines of all. Only for HTTP/1.1, where fields are lines of
 * text. The server sees the name and the value of the first.
 */
final class HeaderBlock extends PreEncodedHttpField {

    private final byte[] lines;

    HeaderBlock(List<HttpField> fields) {
        super(
                fields.getFirst().getHeader(),
                fields.getFirst().getName(),
                fields.getFirst().getValue());
        this.lines = fields.stream()
                .map(field -> field.getName() + ": " + field.getValue() + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void putTo(ByteBuffer bufferInFillMode, HttpVersion version) {
        bufferInFillMode.put(lines);
    }

    @Override
    public int getEncodedLength(HttpVersion version) {
        return lines.length;
    }
}
