"""หนังสือราชการ: what memos and letters have in common (ระเบียบงานสารบรรณ ข้อ 11, 12, 28); no kind of its own."""
