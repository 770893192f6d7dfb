// The screen on which a conversation is held and harvested.
import "./holding/clock.js";
import "./holding/lines.js";
import "./holding/state.js";
