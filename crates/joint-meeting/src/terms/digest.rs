//! The digest of a text.

/// The SHA-256 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    use sha2::Digest;
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut hex = String::with_capacity(64);
    for byte in sha2::Sha256::digest(bytes) {
        for nibble in [byte >> 4, byte & 15] {
            hex.push(HEX.get(usize::from(nibble)).copied().map_or('?', char::from));
        }
    }
    hex
}
