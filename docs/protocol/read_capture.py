#!/usr/bin/env python3
"""Reads a Halfspread capture: prints one line per record, checks every checksum. Standard library only.

Usage: read_capture.py FOLDER
"""
import glob
import os
import struct
import sys

TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = (byte >> 1) ^ (0x82F63B78 if byte & 1 else 0)
    TABLE.append(byte)


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = (crc >> 8) ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def records(path):
    with open(path, "rb") as file:
        data = file.read()
    magic, layout, index, schema, version, start, content, first_in, first_out = struct.unpack_from("<8sIIHHIqqq", data)
    assert magic == b"HALFSPRD" and layout == 1, path + ": not a segment of layout 1"
    assert struct.unpack_from("<I", data, 60)[0] == crc32c(data[:60]), path + ": header checksum"
    at = start
    while at + 24 <= len(data):
        length, crc, sequence, kind, again = struct.unpack_from("<IIqII", data, at)
        if length == 0:
            break
        end = at + 24 + (length + 7) // 8 * 8
        assert length == again and crc == crc32c(data[at + 8:end]), "%s @ %d: damaged" % (path, at)
        yield ("input" if kind == 1 else "output"), sequence, data[at + 24:at + 24 + length]
        at = end


for path in sorted(glob.glob(os.path.join(sys.argv[1], "segment-*.hsc"))):
    for kind, sequence, message in records(path):
        block, template, schema, version = struct.unpack_from("<HHHH", message)
        print(kind, sequence, template, len(message))
