"""The battery on macOS, by IOKit. After Apple's IOPowerSources.h and IOPSKeys.h, never tried on a Mac."""

from collections.abc import Callable
from ctypes import CDLL, byref, c_bool, c_char_p, c_int, c_long, c_uint32, c_void_p
from typing import Any

from kiosk.desktop.battery import Charge

PERCENT = "Current Capacity"
ON_BATTERY = "Battery Power"
UTF_8 = 0x0800_0100
INT = 9


def power_sources() -> Callable[[], Charge]:
    """Find the system's own. Raises OSError or AttributeError, as ctypes does, where it is not as it was described."""
    core, iokit = (CDLL(f"/System/Library/Frameworks/{name}.framework/{name}") for name in ("CoreFoundation", "IOKit"))
    text = _function(core, "CFStringCreateWithCString", c_void_p, c_void_p, c_char_p, c_uint32)
    equal = _function(core, "CFEqual", c_bool, c_void_p, c_void_p)
    release = _function(core, "CFRelease", None, c_void_p)
    count = _function(core, "CFArrayGetCount", c_long, c_void_p)
    item = _function(core, "CFArrayGetValueAtIndex", c_void_p, c_void_p, c_long)
    find = _function(core, "CFDictionaryGetValue", c_void_p, c_void_p, c_void_p)
    number = _function(core, "CFNumberGetValue", c_bool, c_void_p, c_long, c_void_p)
    copy_info = _function(iokit, "IOPSCopyPowerSourcesInfo", c_void_p)
    copy_list = _function(iokit, "IOPSCopyPowerSourcesList", c_void_p, c_void_p)
    describe = _function(iokit, "IOPSGetPowerSourceDescription", c_void_p, c_void_p, c_void_p)
    providing = _function(iokit, "IOPSGetProvidingPowerSourceType", c_void_p, c_void_p)
    percent_key, on_battery = (text(None, words.encode(), UTF_8) for words in (PERCENT, ON_BATTERY))

    def look() -> Charge:
        info = copy_info()
        sources = copy_list(info)
        try:
            read = c_int(-1)
            for place in range(count(sources) if sources else 0):
                if found := find(describe(info, item(sources, place)), percent_key):
                    number(found, INT, byref(read))
            percent = read.value if read.value >= 0 else None
            return Charge(percent, is_discharging=bool(equal(providing(info), on_battery)))
        finally:
            for made in filter(None, (sources, info)):
                release(made)

    return look


def _function(library: CDLL, name: str, result: type | None, *arguments: type) -> Callable[..., Any]:
    """Without its types ctypes cuts pointers to 32 bits."""
    function = library[name]
    function.restype, function.argtypes = result, arguments
    return function
