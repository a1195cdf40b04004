package dev.tenon.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of signatures: the first that matches counts. */
final class FileSignatures {
    private static final List<FileSignature> TABLE = List.of(
            // pictures
            sign("image/png", "png apng", "89 'PNG' 0D 0A 1A 0A"),
            sign("image/jpeg", "jpg jpeg jpe jfif", "FF D8 FF"),
            sign("image/gif", "gif", "'GIF87a'"),
            sign("image/gif", "gif", "'GIF89a'"),
            sign("image/webp", "webp", "'RIFF' .. .. .. .. 'WEBP'"),
            sign("image/avif", "avif", ".. .. .. .. 'ftypavif'"),
            sign("image/avif", "avif avifs", ".. .. .. .. 'ftypavis'"),
            sign("image/heic", "heic heif", ".. .. .. .. 'ftyphei'"),
            sign("image/heic", "heic heif", ".. .. .. .. 'ftyphevc'"),
            sign("image/heif", "heif heic avif", ".. .. .. .. 'ftypmif1'"),
            sign("image/jxl", "jxl", "FF 0A"),
            sign("image/jxl", "jxl", "00 00 00 0C 'JXL' 20 0D 0A 87 0A"),
            sign("image/bmp", "bmp dib", "'BM' .. .. .. .. 00 00 00 00 .. .. .. .. .. 00 00 00"),
            sign("image/tiff", "tif tiff dng nef cr2", "'II' 2A 00"),
            sign("image/tiff", "tif tiff", "'MM' 00 2A"),
            sign("image/tiff", "tif tiff", "'II' 2B 00 08 00 00 00"),
            sign("image/tiff", "tif tiff", "'MM' 00 2B 00 08 00 00"),
            sign("image/vnd.adobe.photoshop", "psd", "'8BPS' 00 01"),
            sign("image/vnd.microsoft.icon", "ico", "00 00 01 00 .. 00"),
            // sound and film
            sign("audio/mpeg", "mp3", "'ID3'"),
            sign("audio/mpeg", "mp3", "FF FB"),
            sign("audio/mpeg", "mp3", "FF F3"),
            sign("audio/mpeg", "mp3", "FF F2"),
            sign("audio/aac", "aac", "FF F1"),
            sign("audio/aac", "aac", "FF F9"),
            sign("audio/ogg", "ogg oga opus ogv", "'OggS'"),
            sign("audio/flac", "flac", "'fLaC'"),
            sign("audio/wav", "wav", "'RIFF' .. .. .. .. 'WAVE'"),
            sign("audio/midi", "mid midi", "'MThd'"),
            sign("audio/amr", "amr", "'#!AMR'"),
            sign("audio/mp4", "m4a m4b", ".. .. .. .. 'ftypM4A'"),
            sign("video/quicktime", "mov qt", ".. .. .. .. 'ftypqt'"),
            sign("video/3gpp", "3gp", ".. .. .. .. 'ftyp3gp'"),
            sign("video/mp4", "mp4 m4v m4a mov", ".. .. .. .. 'ftyp'"),
            sign("video/x-msvideo", "avi", "'RIFF' .. .. .. .. 'AVI'"),
            sign("video/x-ms-wmv", "wmv wma asf", "30 26 B2 75 8E 66 CF 11"),
            sign("video/x-flv", "flv", "'FLV' 01"),
            sign("video/mpeg", "mpg mpeg", "00 00 01 BA"),
            // documents
            sign("application/pdf", "pdf ai", "'%PDF-'"),
            sign("application/postscript", "ps eps ai", "'%!PS'"),
            sign("application/rtf", "rtf", "'{\\rtf'"),
            sign("application/x-ole-storage", "doc xls ppt msg msi", "D0 CF 11 E0 A1 B1 1A E1"),
            sign("application/vnd.sqlite3", "sqlite sqlite3", "'SQLite' 20 'format' 20 '3' 00"),
            // fonts
            sign("font/woff", "woff", "'wOFF'"),
            sign("font/woff2", "woff2", "'wOF2'"),
            sign("font/otf", "otf", "'OTTO'"),
            sign("font/ttf", "ttf", "00 01 00 00 00"),
            // archives, but for ZIP
            sign("application/gzip", "gz tgz", "1F 8B 08"),
            sign("application/x-7z-compressed", "7z", "'7z' BC AF 27 1C"),
            sign("application/vnd.rar", "rar", "'Rar!' 1A 07"),
            sign("application/x-xz", "xz", "FD '7zXZ' 00"),
            sign("application/x-bzip2", "bz2", "'BZh'"),
            sign("application/zstd", "zst", "28 B5 2F FD"),
            FileSignature.of("application/x-tar", "tar", 257, "'ustar'"),
            // what runs
            sign("application/vnd.microsoft.portable-executable", "exe dll sys scr", "'MZ'"),
            sign("application/x-elf", "elf so", "7F 'ELF'"),
            sign("application/x-mach-binary", "dylib bundle", "CA FE BA BE 00 00 00 01"), // as many architectures
            sign("application/x-mach-binary", "dylib bundle", "CA FE BA BE 00 00 00 02"),
            sign("application/java-vm", "class", "CA FE BA BE"),
            sign("application/x-mach-binary", "dylib bundle", "CF FA ED FE"),
            sign("application/x-mach-binary", "dylib bundle", "CE FA ED FE"),
            sign("application/x-mach-binary", "dylib bundle", "FE ED FA CF"),
            sign("application/x-mach-binary", "dylib bundle", "FE ED FA CE"),
            sign("application/wasm", "wasm", "00 'asm'"));

    private static final Set<String> EXTENSIONS = extensions();

    private FileSignatures() {}

    private static FileSignature sign(String mediaType, String extensions, String pattern) {
        return FileSignature.of(mediaType, extensions, 0, pattern);
    }

    private static Set<String> extensions() {
        Set<String> all = new HashSet<>();
        TABLE.forEach(signature -> all.addAll(signature.type().extensions()));
        ContainerFiles.TYPES.forEach(type -> all.addAll(type.extensions()));
        all.addAll(MarkupFiles.SVG.extensions());
        return all;
    }

    static boolean hasExtension(String extension) {
        return EXTENSIONS.contains(extension);
    }

    static Optional<FileType> of(byte[] head) {
        return ContainerFiles.of(head).or(() -> signed(head)).or(() -> MarkupFiles.of(head));
    }

    private static Optional<FileType> signed(byte[] head) {
        for (FileSignature signature : TABLE) {
            if (signature.matches(head)) {
                return Optional.of(signature.type());
            }
        }
        return Optional.empty();
    }
}
