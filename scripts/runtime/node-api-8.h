// Force-included (-include) when the unmodified better-sqlite3 13 is compiled for a runtime whose Node-API is older than 10.
//
// better-sqlite3 keeps persistent references to strings. Before Node-API 10 only objects and functions can be referenced, so its
// ready-made binaries end the process at require(). This specialisation keeps the string as element 0 of an object instead.
#pragma once
#undef NAPI_VERSION
#define NAPI_VERSION 8
#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;

  static Reference New(const String& value, uint32_t = 0) {
    Object box = Object::New(value.Env());
    box.Set(uint32_t{0}, value);
    Reference reference;
    reference.box_ = Reference<Object>::New(box, 1);
    return reference;
  }

  String Value() const { return box_.Value().Get(uint32_t{0}).As<String>(); }

 private:
  Reference<Object> box_;
};

}  // namespace Napi
