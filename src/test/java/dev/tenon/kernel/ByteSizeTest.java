package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "512, 512, 512",
        "512B, 512, 512",
        "1KB, 1024, 1KB",
        "1 kib, 1024, 1KB",
        "10MB, 10485760, 10MB",
        "2g, 2147483648, 2GB",
        "1500, 1500, 1500",
        "3T, 3298534883328, 3TB",
        "1024KB, 1048576, 1MB"
    })
    void text_isRead_andWrittenInTheLargestWholeUnit(String text, long bytes, String shown) {
        assertEquals(bytes, ByteSize.parse(text).bytes());
        assertEquals(shown, ByteSize.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lots", "-1", "1.5MB", "10XB", "9999999999999999999", "999999999999999999T"})
    void text_thatIsNoSize_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text));
    }
}
